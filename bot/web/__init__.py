"""Our own pages: the residents' chat, the status of a letter, and the officers' console."""
