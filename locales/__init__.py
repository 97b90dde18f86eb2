"""Every sentence that anybody reads, and the one class that says it."""
