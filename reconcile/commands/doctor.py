"""``reconcile doctor``: say what is installed."""

import click

from reconcile.commands import shared
from reconcile.output import write_stdout


@click.command()
def doctor() -> int:
    """Say what is installed and what is missing."""
    from reconcile import doctor as module

    found = module.findings()
    write_stdout(module.render(found))
    return shared.INPUT_ERROR if any(finding.advice for finding in found) else shared.OK
