"""The user's own settings on this machine (`config.toml`): declared once, changed line by line."""

from collections.abc import Mapping, Sequence

from salesdesk import paths
from salesdesk.errors import InvalidError
from salesdesk.hints import TYPE_CHECKING, Any, Literal
from salesdesk.i18n import tr
from salesdesk.plain import Plain, field

if TYPE_CHECKING:
    from pathlib import Path

Kind = Literal["text", "flag", "number", "numbers"]


class Setting(Plain):
    """One setting: `name` is `section.key`; `choices` are all its values when there are but a few."""

    name: str
    kind: Kind
    default: Any
    help: str
    choices: tuple[str, ...] = ()

    @property
    def allowed(self) -> str:
        """The values it takes, in words."""
        if self.choices:
            return ", ".join(f'"{choice}"' for choice in self.choices)
        words = {
            "text": tr("a text in quotes"),
            "flag": tr("true or false"),
            "number": tr("a whole number"),
            "numbers": tr("rising whole numbers, such as [100, 140]"),
        }
        return words[self.kind]


SETTINGS = (
    Setting("ui.theme", "text", "ink", "The colours.", ("ink", "paper", "contrast")),
    Setting(
        "ui.start",
        "text",
        "today",
        "The tab the screens open at.",
        ("today", "leads", "deals", "calls", "goals", "kpis", "team"),
    ),
    Setting("ui.density", "text", "normal", "How close the rows are.", ("normal", "compact")),
    Setting("ui.glyphs", "text", "unicode", "The signs: ascii where others look wrong.", ("unicode", "ascii")),
    Setting("ui.clock", "text", "24h", "The clock in the top bar.", ("24h", "12h", "off")),
    Setting("ui.mouse", "flag", True, "Whether the mouse works."),
    Setting("ui.breakpoints", "numbers", (100, 140), "Widths from which there are two panes, and wide ones."),
    Setting("me.name", "text", "", "Which member you are."),
    Setting("call.dial", "text", "", "The command that dials; {phone} stands for the number."),
    Setting("mail.from", "text", "", "Your mail address; empty means the one of the member you are."),
    Setting("mail.name", "text", "", "Your name in mails; empty means that of the member you are."),
    Setting("mail.route", "text", "", "How mails leave; empty: they wait.", ("", "smtp", "sendmail", "eml", "mailto")),
    Setting("mail.host", "text", "", "The SMTP server."),
    Setting("mail.port", "number", 587, "Its port: mostly 587 for starttls, 465 for tls."),
    Setting("mail.security", "text", "starttls", "TLS; none only for this machine.", ("starttls", "tls", "none")),
    Setting("mail.user", "text", "", "The name to log in with; empty: without."),
    Setting("mail.password-command", "text", "", "A command that prints the password."),
    Setting("mail.token-command", "text", "", "A command that prints an OAuth 2 access token (XOAUTH2)."),
    Setting("mail.keyring", "flag", True, "Whether to look for the password in the keyring of the system."),
    Setting("mail.sendmail", "text", "sendmail", "The command that takes mails, such as msmtp."),
    Setting("mail.folder", "text", "", "Where .eml files go."),
    Setting("mail.unsubscribe", "text", "", "The address for List-Unsubscribe; empty: mails have none."),
    Setting("inbox.source", "text", "none", "Where replies are read from.", ("none", "imap", "maildir", "mbox")),
    Setting("inbox.host", "text", "", "The IMAP server."),
    Setting("inbox.port", "number", 993, "Its port: mostly 993 for tls, 143 for starttls."),
    Setting("inbox.security", "text", "tls", "TLS; none only for this machine.", ("tls", "starttls", "none")),
    Setting("inbox.user", "text", "", "The name to log in with."),
    Setting("inbox.password-command", "text", "", "A command that prints the password."),
    Setting("inbox.token-command", "text", "", "A command that prints an OAuth 2 access token (XOAUTH2)."),
    Setting("inbox.keyring", "flag", True, "Whether to look for the password in the keyring of the system."),
    Setting("inbox.folder", "text", "INBOX", "The folder on the IMAP server."),
    Setting("inbox.path", "text", "", "The Maildir folder or the mbox file."),
    Setting("inbox.days", "number", 30, "How many days back the first look goes."),
    Setting("inbox.minutes", "number", 5, "How often the screens look for mail, in minutes."),
    Setting("calendar.file", "text", "", "A calendar file (.ics) that is kept current, to be subscribed to."),
    Setting(
        "calendar.alarm",
        "text",
        "10",
        "How many minutes before a timed step the calendar rings.",
        ("off", "5", "10", "15", "30", "60"),
    ),
    Setting("files.folder", "text", "", "Where a team on PostgreSQL keeps attached files; empty means this machine."),
    Setting("files.limit_mb", "number", 25, "How big a file may be, in MB, to be copied when it is attached."),
    Setting("backup.folder", "text", "", "Where backups go; empty means beside the workspace."),
    Setting("backup.keep", "number", 10, "How many of the newest backups stay."),
    Setting("backup.daily", "flag", True, "Whether the first start of a day makes a backup."),
)
BY_NAME = {setting.name: setting for setting in SETTINGS}
SECTIONS = tuple(dict.fromkeys(setting.name.partition(".")[0] for setting in SETTINGS))


class Config(Plain):
    """The settings in force: those of the file that are right, else the defaults; `warnings` says which not.

    `keys` holds `[keys]` as `{"record.log": "t"}`, for `keymap.load_keymap`.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    keys: Mapping[str, object] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    def value(self, name: str) -> Any:
        """The value of a setting."""
        return self.values.get(name, BY_NAME[name].default)

    def sections(self) -> dict[str, dict[str, Any]]:
        """What was set, by section, `keys` included: as the screens take it."""
        found: dict[str, dict[str, Any]] = {"keys": dict(self.keys)}
        for name, value in self.values.items():
            section, _, key = name.partition(".")
            found.setdefault(section, {})[key] = value
        return found

    def text(self, name: str) -> str:
        """The value of a text setting."""
        return str(self.value(name))

    def flag(self, name: str) -> bool:
        """The value of a yes-or-no setting."""
        return bool(self.value(name))

    def number(self, name: str) -> int:
        """The value of a number setting."""
        return int(self.value(name))

    def numbers(self, name: str) -> tuple[int, ...]:
        """The value of a setting of several numbers."""
        return tuple(self.value(name))


def load(path: "Path | None" = None) -> Config:
    """The settings of the file, or the defaults where there is none. A mistake costs only its own line."""
    name = str(path) if path else paths.config_name()
    try:
        with open(name, encoding="utf-8") as file:
            text = file.read()
    except FileNotFoundError:
        return Config()
    except (OSError, UnicodeDecodeError) as error:
        return Config(warnings=(tr("{path} cannot be read and is ignored: {why}.", path=name, why=error),))
    content: Mapping[str, Any] | None = read_simple(text)
    if content is None:
        import tomllib

        try:
            content = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            return Config(warnings=(tr("{path} is not TOML and is ignored: {why}.", path=name, why=error),))
    return _checked(content)


def read_simple(text: str) -> dict[str, dict[str, str | int | bool]] | None:
    """What `tomllib` reads from sections of `key = value`, the values being texts without a backslash, whole numbers, true or
    false; None for all else. Importing `tomllib` takes a tenth of a quick command."""
    content: dict[str, dict[str, str | int | bool]] = {}
    entries: dict[str, str | int | bool] | None = None
    for whole in text.split("\n"):
        line = whole.strip(" ")
        if not line.isprintable():
            return None
        if line.startswith("["):
            name, closed, rest = line[1:].partition("]")
            if not (closed and _bare(name) and _over(rest)) or name in content:
                return None
            entries = content[name] = {}
        elif not _over(line):
            key, _, word = line.partition("=")
            key, value = key.rstrip(" "), _simple(word.lstrip(" "))
            if entries is None or value is None or not _bare(key) or key in entries:
                return None
            entries[key] = value
    return content


def _bare(key: str) -> bool:
    return key.isascii() and key.replace("-", "").replace("_", "").isalnum()


def _over(rest: str) -> bool:
    """Whether nothing follows but a comment."""
    return rest.lstrip(" ")[:1] in {"", "#"}


def _simple(word: str) -> str | int | bool | None:
    quote = word[:1]
    if quote in {"'", '"'}:
        inside, closed, rest = word[1:].partition(quote)
        return inside if closed and _over(rest) and (quote == "'" or "\\" not in inside) else None
    word = word.partition("#")[0].rstrip(" ")
    if word in {"true", "false"}:
        return word == "true"
    number = word.isascii() and word.isdigit() and len(word) < 19 and (word[0] != "0" or word == "0")
    return int(word) if number else None


def _checked(content: Mapping[str, Any]) -> Config:
    values: dict[str, Any] = {}
    warnings: list[str] = []
    keys: dict[str, object] = {}
    for section, entries in content.items():
        if section == "keys" and isinstance(entries, dict):
            keys = _flat(entries)
        elif not isinstance(entries, dict):
            warnings.append(_unknown(section, BY_NAME))
        elif section not in SECTIONS:
            warnings.append(_unknown(f"[{section}]", [f"[{known}]" for known in (*SECTIONS, "keys")]))
        else:
            for key, value in entries.items():
                setting = BY_NAME.get(f"{section}.{key}")
                if setting is None:
                    warnings.append(_unknown(f"{section}.{key}", BY_NAME))
                elif (right := _right(setting, value)) is None:
                    warnings.append(
                        tr(
                            "{name} cannot be {value} and is ignored; it takes {allowed}.",
                            name=setting.name,
                            value=toml(value),
                            allowed=setting.allowed,
                        )
                    )
                else:
                    values[setting.name] = right
    return Config(values, keys, tuple(warnings))


def _flat(entries: Mapping[str, Any], before: str = "") -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in entries.items():
        if isinstance(value, dict):
            found |= _flat(value, f"{before}{key}.")
        else:
            found[f"{before}{key}"] = value
    return found


def _unknown(name: str, known: Sequence[str] | Mapping[str, Setting]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, list(known), n=1)
    text = tr("{name} in config.toml is not a setting and is ignored.", name=name)
    return f"{text} {tr('Did you mean {near}?', near=near[0])}" if near else text


def _right(setting: Setting, value: Any) -> Any:
    """The value as the setting keeps it, None when it does not fit."""
    if setting.kind == "flag":
        return value if isinstance(value, bool) else None
    if setting.kind == "number":
        return value if type(value) is int and value > 0 else None
    if setting.kind == "numbers":
        if not isinstance(value, list) or not value or any(type(n) is not int or n < 1 for n in value):
            return None
        return tuple(value) if sorted(set(value)) == value else None
    if not isinstance(value, str) or (setting.choices and value not in setting.choices):
        return None
    return value


def parse_value(setting: Setting, words: str) -> Any:
    """A typed value for a setting; InvalidError names the setting and what it takes."""
    value: Any = words
    if setting.kind == "flag":
        value = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}.get(words.lower())
    elif setting.kind in {"number", "numbers"}:
        import re

        numbers = [int(part) for part in re.findall(r"-?\d+", words)]
        value = numbers if setting.kind == "numbers" else numbers[0] if len(numbers) == 1 else None
    right = _right(setting, value)
    if right is None:
        raise InvalidError(
            tr("{name} cannot be '{words}'.", name=setting.name, words=words),
            hint=tr("It takes {allowed}.", allowed=setting.allowed),
        )
    return right


def named(name: str) -> Setting:
    """The setting of that name; InvalidError with the nearest one."""
    setting = BY_NAME.get(name)
    if setting is None:
        from difflib import get_close_matches

        near = get_close_matches(name, BY_NAME, n=1)
        hint = tr("Did you mean {near}?", near=near[0]) if near else tr("See: salesdesk config get.")
        raise InvalidError(tr("There is no setting '{name}'.", name=name), hint=hint)
    return setting


def toml(value: Any) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return f"[{', '.join(toml(item) for item in value)}]"
    if isinstance(value, int | float):
        return str(value)
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in escaped) + '"'


def changed_text(text: str, name: str, value: Any) -> str:
    """The text of a config file with one setting changed in its line, or added; all else stays as it was.

    InvalidError when the file is written in a way that one line cannot change.
    """
    import re
    import tomllib

    section, _, key = name.partition(".")
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").removesuffix("\n").split("\n") if text.strip() else []
    heading = re.compile(r"\s*\[([^\[\]]+)\]\s*(?:#.*)?$")
    entry = re.compile(rf"(\s*{re.escape(key)}\s*=\s*)([^#\"']*|\"(?:[^\"\\]|\\.)*\"|'[^']*')(\s*(?:#.*)?)$")
    here, start, end = "", -1, -1
    for number, line in enumerate(lines):
        header = heading.match(line)
        if header:
            here = header[1].strip()
        if here == section:
            start = number if header else start
            end = number if line.strip() else end
            if match := entry.match(line):
                comment = match[3] or re.search(r"\s*$", match[2])[0]  # type: ignore[index]
                lines[number] = f"{match[1]}{toml(value)}{comment}"
                break
    else:
        if start < 0:
            lines += ["", f"[{section}]"] if lines else [f"[{section}]"]
            end = len(lines) - 1
        lines.insert(end + 1, f"{key} = {toml(value)}")
    result = newline.join(lines) + newline
    try:
        found = tomllib.loads(result)[section][key]
    except (tomllib.TOMLDecodeError, KeyError, TypeError):
        found = None
    if found != (list(value) if isinstance(value, tuple) else value):
        raise InvalidError(
            tr("{name} is written in a way that cannot be changed from here.", name=name),
            hint=tr("Change it by hand: salesdesk config edit."),
        )
    return result


def change(name: str, words: str, path: "Path | None" = None) -> Any:
    """Set a setting in the file, made when there is none, comments kept; the value as kept."""
    setting = named(name)
    value = parse_value(setting, words)
    path = path or paths.config_file()
    try:
        text = path.read_bytes().decode() if path.exists() else ""
        paths.write_private(path, changed_text(text, name, value).encode())
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidError(
            tr("{path} cannot be changed: {why}.", path=path, why=error),
            hint=tr("Check the file and its folder."),
        ) from None
    return value


def template() -> str:
    """A config file in which every setting is explained and none is set."""
    lines = ["# salesdesk: your own settings on this machine. Take the # away to set one."]
    for section in SECTIONS:
        lines += ["", f"[{section}]"]
        for setting in SETTINGS:
            if setting.name.startswith(f"{section}."):
                choices = f" ({', '.join(setting.choices)})" if setting.choices else ""
                lines += [
                    f"# {tr(setting.help)}{choices}",
                    f"# {setting.name.partition('.')[2]} = {toml(setting.default)}",
                ]
    lines += ["", "[keys]", '# record.log = "t"', ""]
    return "\n".join(lines)
