### Carrying a database that is in use to a server.

copied-in-use = Carried over { $rows } rows, { $letters } letters among them, as they stand now; every row was compared and the audit chains hold. The program is still running, so what comes after this moment is missing. Stop the program and run this same command again: only what is new is carried over, which is much quicker. Until then nothing can run on the new address.
storage-copyunfinished = This is an unfinished copy of a database that is in use. Stop the old program and run tiengdan migrate --copy-to with the old config once more; then it can run here.
