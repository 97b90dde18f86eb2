"""E-mail to staff: it says that there is something to see on our pages, and nothing of what."""
