"""The PostgreSQL server of a test as one database sees it: it can be taken away and brought back."""

import os

POSTGRES = os.environ.get("SALESDESK_TEST_POSTGRES", "")


class Server:
    """The part of a server that one database is."""

    def __init__(self, place: str) -> None:
        self.name = place.partition("?")[0].rsplit("/", 1)[1]

    def run(self, sql: str) -> None:
        """A statement of whoever looks after the server."""
        import psycopg

        with psycopg.connect(POSTGRES.replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute(sql)

    def drop_connections(self) -> None:
        self.run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{self.name}'")

    def close(self) -> None:
        self.run(f"ALTER DATABASE {self.name} ALLOW_CONNECTIONS false")
        self.drop_connections()

    def open(self) -> None:
        self.run(f"ALTER DATABASE {self.name} ALLOW_CONNECTIONS true")
