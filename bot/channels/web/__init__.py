"""The residents' chat on our own page: a browser is the vendor."""
