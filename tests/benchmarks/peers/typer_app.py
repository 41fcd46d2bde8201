"""The least a Typer application can be."""

import typer

app = typer.Typer()


@app.command()
def main(name: str = "you") -> None:
    """Say a line."""
    typer.echo(f"Hello {name}")


if __name__ == "__main__":
    app()
