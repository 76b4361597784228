"""Telegram's Bot API as it behaves, on this machine: strict, complete enough, and able to fail."""
