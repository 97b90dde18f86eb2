"""Zalo Bot Platform: plain text and numbers, for pilots and for telling staff."""
