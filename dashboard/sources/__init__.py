"""The documents: adding, dating and removing them, and building again."""
