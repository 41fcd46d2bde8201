"""What marks a file as a salesdesk workspace, and which schema this program reads and writes."""

SCHEMA_VERSION = "0005"
APPLICATION_ID = 0x53444B31  # "SDK1" in the header of an SQLite file
