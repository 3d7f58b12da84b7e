"""``reconcile adjudicate``: settle where reviewers differ."""

import click

from reconcile.commands import shared
from reconcile.commands.decisions import look


@click.command(epilog=shared.EPILOG)
@shared.takes_workspace
@shared.takes_reviewer
@click.option("--note", metavar="TEXT", help="Words that go with it: why this decision is upheld.")
@click.argument("decision", metavar="DECISION")
@shared.may_take_paths
def adjudicate(
    decision: str, paths: tuple[str, ...], workspace: str, reviewer: str | None, note: str | None
) -> int:
    """Uphold one decision where reviewers differ.

    DECISION is its id, or the beginning of it, as `reconcile decisions` prints it. The adjudication is a
    record of its own in the ledger of who makes it; the decisions of the others stay and can be read. With
    the sources, a question is found again although they were edited.
    """
    found, problems, notices = look(paths, workspace)
    from reconcile.decisions import DecisionError, Ledger, LedgerError, adjudication, default_reviewer

    shared.complain(problems, (), None)
    for notice in notices:
        shared.say(f"warning: {notice}")
    try:
        made = adjudication(found, decision, note)
        ledger = Ledger(workspace, reviewer or default_reviewer())
        for entry in found.entries:
            ledger.witness(entry.decision.clock)
        written = ledger.append(made)
    except (DecisionError, LedgerError) as error:
        raise click.ClickException(str(error)) from error
    shared.write(
        f"{ledger.reviewer} upholds decision {(written.target or '')[:8]}: saved in {ledger.path}\n", None
    )
    return shared.INPUT_ERROR if problems else shared.OK
