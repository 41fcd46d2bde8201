"""Carrying out a command that was understood, however its words were read."""

import gc
from collections.abc import Mapping

from salesdesk.cli.call import Call
from salesdesk.cli.contents import HOT
from salesdesk.cli.declare import Command, read
from salesdesk.hints import Any


def run(command: Command, values: Mapping[str, Any]) -> int:
    """Call the function of a command and write what it gives back; the exit code."""
    given = dict(values)
    for parameter in command.formats:
        given[parameter.name] = read(parameter, values.get(parameter.name))
    form = None
    if command.listing:
        from salesdesk.cli.output import Format

        form = Format.of(given)
    if command.path not in HOT:
        gc.enable()
    call = Call(given)
    if command.path in HOT and command.listing:
        call.open_ahead()
    try:
        outcome = command.run(call, **command.bind(values))
        code = _show(call, outcome, form)
        _follow(call)
        return code
    finally:
        call.close()


def _follow(call: Call) -> None:
    """What the team's rules do about what was just written; they never undo or fail it."""
    desk = call.written
    if desk is None:
        return
    from salesdesk.services.rules import any_in_use

    if any_in_use(desk):
        from salesdesk.services.rules.running import after_write

        for line in after_write(desk).lines:
            call.say(line)


def _show(call: Call, outcome: object, form: Any) -> int:
    import sys

    from salesdesk.cli.output import Done, Format, Listing, present, print_json

    if isinstance(outcome, Listing):
        form = form or Format()
        code, words = present(outcome, form, call.screen)
        if call.terminal and not form.name:
            call.say(words)
        return code
    if isinstance(outcome, Done):
        call.say(outcome.sentence)
        if call.wants_json:
            print_json(outcome.document or {"message": outcome.sentence})
        elif not call.terminal:
            sys.stdout.write("".join(f"{ref}\n" for ref in outcome.refs))
        return outcome.exit_code
    if isinstance(outcome, str) and call.wants_json:
        print_json({"text": outcome})
    elif isinstance(outcome, str):
        sys.stdout.write(outcome if outcome.endswith("\n") or not outcome else f"{outcome}\n")
    return outcome if isinstance(outcome, int) else 0
