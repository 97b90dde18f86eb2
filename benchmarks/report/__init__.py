"""How long a report takes over a million letters."""
