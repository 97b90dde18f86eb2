"""Registers from outside: lines read, judged and stored, all or none; and the same lines written out again."""
