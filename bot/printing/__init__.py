"""What is looked at on paper or as a picture: analyses, the stops of a crew, the goods of a day."""
