"""How much a turn costs, beside other ways to write the same bot."""
