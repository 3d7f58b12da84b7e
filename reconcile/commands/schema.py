"""``reconcile schema``: print the published JSON Schemas."""

import click

from reconcile.commands import shared

_FORMS = ("report", "check", "claims")


@click.command()
@click.argument("name", type=click.Choice(_FORMS), default="report")
@shared.takes_output
def schema(name: str, output: str | None) -> int:
    """Print the JSON Schema of what a command writes as JSON.

    NAME is report (the default), check or claims. The version in it rises where a field is taken away or
    means something else; new fields may come without, so pass over what you do not know.
    """
    from reconcile import schema as published
    from reconcile.output import check_target

    if output is not None:
        check_target(output, [])
    shared.write_json(published.schema(name), output)
    return shared.OK
