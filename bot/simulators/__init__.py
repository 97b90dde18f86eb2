"""Stand-ins for vendors, for the demo and the tests: they share no code with the channels that they test."""
