"""Which records a verb is about: the marked ones, else the one under the cursor."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from textual import work

from salesdesk.errors import SalesdeskError
from salesdesk.i18n import plural, tr
from salesdesk.screens.working import WorkingScreen
from salesdesk.services.records import Ref


class Targets(WorkingScreen):
    """A screen that can say which records are meant now (`targets`)."""

    def targets(self) -> Sequence[Ref]:
        """The marked records, else the one under the cursor; may read, so it runs in a thread."""
        raise NotImplementedError

    def place_in_queue(self) -> str:
        """`call 12 of 40`, where that makes sense."""
        return ""

    def on_targets(
        self,
        then: Callable[..., object],
        kinds: Collection[str] = (),
        prepare: Callable[[Sequence[Ref]], Any] | None = None,
    ) -> None:
        """Call `then` with the records meant, or say that there are none.

        With `kinds` they must all be of one of these: the verb means another thing for each. What `prepare` reads
        about such ones, in the same thread, is handed to `then` too. Keys typed meanwhile wait for the dialog.
        """
        self.desk_app.hold_keys()
        self._look(then, kinds, prepare)

    @work(exclusive=True, group="verb")
    async def _look(
        self,
        then: Callable[..., object],
        kinds: Collection[str],
        prepare: Callable[[Sequence[Ref]], Any] | None,
    ) -> None:

        def look() -> tuple[Sequence[Ref], bool, Any]:
            refs = self.targets()
            found = {ref.kind for ref in refs}
            fit = bool(refs) and (not kinds or (found <= set(kinds) and len(found) == 1))
            return refs, fit, prepare(refs) if prepare and fit else None

        try:
            refs, fit, prepared = await self.desk_app.read(look)
            if not refs:
                self.say(tr("There is no record here to act on."), "note")
            elif fit:
                then(refs, prepared) if prepare else then(refs)
            else:
                words = tr(" or ").join(f"{kind}s" for kind in kinds)
                self.say(tr("That works on {kinds}, one kind at a time.", kinds=words), "note")
        except SalesdeskError as error:
            self.say(str(error), "error")
        finally:
            self.desk_app.release_keys()

    def act(self, verb: Callable[[], str]) -> None:
        """Write, then let go of the marks."""
        self.write(verb, self.done_with_marks)


def who(refs: Sequence[Ref]) -> str:
    """What a dialog calls the records it is about."""
    if len(refs) == 1:
        return f"{refs[0].name}{f', {refs[0].detail}' if refs[0].detail else ''}"
    return plural(len(refs), refs[0].kind, f"{refs[0].kind}s")
