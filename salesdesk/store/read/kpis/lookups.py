"""What a condition says of a record by another one that it names: `(SELECT m.team_id FROM member m WHERE m.id = d.owner_id)`."""

import re

from salesdesk.domain.language.where import Where

_FROM = re.compile(r"\bFROM (member|account|contact|lead|deal) (\w+) WHERE \2\.id = (?=\w+\.(\w+))")
_OF_ACTIVITY = re.compile(r"\(SELECT (\w+)\.(\w+) FROM (\w+) \1 WHERE \1\.id = t\.(\w+)\)")


def joined(condition: Where) -> tuple[Where, Where]:
    """The records an activity (`t`) names and a condition looks up, as joins, and the condition that asks these: each is
    found once, however often it is asked."""
    joins: dict[str, None] = {}

    def asked(match: re.Match[str]) -> str:
        _, column, table, link = match.groups()
        joins[f" LEFT JOIN {table} of_{link} ON of_{link}.id = t.{link}"] = None
        return f"of_{link}.{column}"

    text = _OF_ACTIVITY.sub(asked, condition.sql)
    return Where("".join(joins)), Where(text, condition.params)


def of_then(condition: Where) -> Where:
    """The condition that asks the records it looks up for what they were on a past day (`then_was_x`)."""
    return Where(_FROM.sub(r"FROM then_was_\1 \2 WHERE \2.id = ", condition.sql), condition.params)


def hangs_on(condition: Where) -> set[tuple[str, str]]:
    """The tables whose records a condition looks up, each with the column of the record that names it."""
    return {(match[1], match[3]) for match in _FROM.finditer(condition.sql)}
