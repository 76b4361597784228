"""Pictures and files: looked at without harm, written anew, kept once, fetched and sent."""
