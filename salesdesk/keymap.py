"""The keys of the actions as a user has set them, for Textual and for all places that show keys."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from textual.binding import Binding
from textual.keys import _character_to_key

from salesdesk.actions.action import Action
from salesdesk.actions.table import ACTIONS, BY_ID, FOOTERS, MARKED, STACKS, applying, key_sign
from salesdesk.i18n import tr

# Characters that need AltGr (or option, or a dead key) on a layout; the usual Windows and Linux layouts.
ALTGR = {
    "German": frozenset("@\\[]{}|~^`"),
    "Nordic": frozenset("@\\[]{}|~^`$£"),
    "Hungarian": frozenset("@\\[]{}|~^`#&<>$;*"),
}


@dataclass(frozen=True, slots=True)
class KeyHint:
    """An entry of a key bar: what to press, what it does, and the action a click runs."""

    keys: str
    label: str
    action: str = ""
    rank: int = 5


@dataclass(frozen=True, slots=True)
class HelpEntry:
    """A line of the palette or of the list of keys."""

    action: str
    group: str
    keys: str
    label: str
    help: str


def textual_key(key: str) -> str:
    """The name Textual gives a key: `left_square_bracket` for `[`; names such as `ctrl+z` stay."""
    return _character_to_key(key) if len(key) == 1 else key


class Keymap:
    """Which keys each action has: the declared ones, with the user's own in their place."""

    def __init__(self, changed: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self._changed = dict(changed or {})

    def keys(self, action: Action) -> tuple[str, ...]:
        """The keys of an action, the one to show first."""
        return self._changed.get(action.id, action.keys)

    def textual(self) -> dict[str, str]:
        """The changed keys as `App.set_keymap` takes them."""
        return {name: ",".join(textual_key(key) for key in keys) for name, keys in self._changed.items()}

    def hint(self, action_id: str, *, label: str = "") -> KeyHint:
        """The key bar entry of an action."""
        action = BY_ID[action_id]
        own = self._changed.get(action_id)
        shown = action.footer_keys if action.footer_keys and own is None else ""
        keys = shown or key_sign(next(iter(self.keys(action)), ":"))
        return KeyHint(keys, tr(label or action.label), action.id, action.rank)

    def footer(self, screen: str) -> list[KeyHint]:
        """The key bar of a screen (`leads`), without the pinned `? keys`."""
        return [self.hint(name) for name in FOOTERS.get(screen, ())]

    def marked(self) -> list[KeyHint]:
        """What is offered while rows are marked."""
        return [self.hint(name) for name in MARKED]

    def help(self, contexts: Iterable[str]) -> list[HelpEntry]:
        """Every action of these contexts with its keys, for the palette and the list of keys."""
        return [
            HelpEntry(
                action.id,
                tr(action.group),
                " ".join(key_sign(key) for key in self.keys(action)),
                tr(action.label),
                tr(action.help),
            )
            for action in applying(contexts)
        ]


def bindings(*contexts: str) -> list[Binding]:
    """The bindings of these contexts, for `BINDINGS`; each has its action's id, so a keymap can change it."""
    return [
        Binding(
            ",".join(textual_key(key) for key in action.keys),
            action.name,
            action.label,
            show=False,
            id=action.id,
        )
        for action in applying(contexts)
        if action.keys
    ]


def load_keymap(config: Mapping[str, object]) -> tuple[Keymap, list[str]]:
    """The keymap of `[keys]` (`record.log = "t, ctrl+t"`), and a sentence for each line left out.

    A line is left out when its action is unknown, when it names no key, or when one of its keys already means
    something else in a context where both are alive. Lines swapping two keys are both kept.
    """
    warnings: list[str] = []
    wanted: dict[str, tuple[str, ...]] = {}
    for name, value in config.items():
        keys = _split(value)
        if name not in BY_ID:
            near = get_close_matches(name, BY_ID, n=1)
            hint = tr(" Did you mean {near}?", near=near[0]) if near else ""
            warnings.append(tr("[keys] {name} is not an action and is ignored.", name=name) + hint)
        elif not keys:
            warnings.append(tr("[keys] {name} names no key and is ignored.", name=name))
        elif not BY_ID[name].keys:
            warnings.append(tr("[keys] {name} is reached through the palette and takes no key.", name=name))
        else:
            wanted[name] = keys
    while clash := _clash(wanted):
        mine, key, other = clash
        del wanted[mine]
        words = tr(
            "[keys] {name}: {key} already means {other}; the line is ignored.",
            name=mine,
            key=key,
            other=other,
        )
        warnings.append(words)
    return Keymap(wanted), warnings


def _split(value: object) -> tuple[str, ...]:
    """The keys of a line: a list, or text parted by commas; a comma alone is the comma key."""
    if isinstance(value, list):
        return tuple(str(part) for part in value if str(part))
    text = str(value).strip()
    return (text,) if text == "," else tuple(part.strip() for part in text.split(",") if part.strip())


def _clash(wanted: Mapping[str, tuple[str, ...]]) -> tuple[str, str, str] | None:
    """The first changed action one of whose keys another action already has: (action, key, the other)."""
    for contexts in STACKS.values():
        taken: dict[str, str] = {}
        alive = applying(contexts)
        for action in sorted(alive, key=lambda one: one.id in wanted):
            for key in wanted.get(action.id, action.keys):
                other = taken.setdefault(textual_key(key), action.id)
                if other != action.id and action.id in wanted:
                    return action.id, key, other
    return None


def clashes() -> list[str]:
    """Declared keys that mean two things in one context; the tests hold this empty."""
    found = []
    for stack, contexts in STACKS.items():
        taken: dict[str, str] = {}
        for action in applying(contexts):
            for key in action.keys:
                other = taken.setdefault(key, action.id)
                if other != action.id:
                    found.append(f"{stack}: {key} is {other} and {action.id}")
    return found


def out_of_reach(keys: Sequence[str]) -> list[str]:
    """The keyboard layouts on which each of these keys needs AltGr; empty means everybody can press one."""
    return [layout for layout, altgr in ALTGR.items() if keys and all(key in altgr for key in keys)]


def unreachable() -> list[str]:
    """Actions whose every key needs AltGr somewhere; the tests hold this empty."""
    return [f"{action.id}: {', '.join(found)}" for action in ACTIONS if (found := out_of_reach(action.keys))]
