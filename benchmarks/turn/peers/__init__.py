"""The same bot written otherwise, each a program of its own: how it is started stands in `common`."""
