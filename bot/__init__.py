"""The running program: it builds the rooms, lets messages through them, and sends what they say."""
