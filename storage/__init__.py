"""The database: named SQL, thin functions around it, and the vault that seals what it keeps."""
