"""A rule at work on records, inside one operation."""

from salesdesk.domain.language.rule_tree import Rule, clause
from salesdesk.errors import DatabaseError, NotFoundError
from salesdesk.i18n import plural, tr
from salesdesk.services.records import by_id
from salesdesk.services.rules.conditions import Match
from salesdesk.services.rules.desks import RuleDesk
from salesdesk.services.rules.doing import act


class Acts:
    """A rule at work on one record after the other, inside one operation; a record it fails on stays as it was."""

    def __init__(self, desk: RuleDesk, rule_id: bytes, rule: Rule) -> None:
        self.desk = desk
        self.rule_id = rule_id
        self.rule = rule
        self.done = 0
        self.failed: list[str] = []
        # Whose turn it is: each act that was not taken back was one.
        counted = "SELECT count(*) FROM rule_run WHERE rule_id = ? AND error = '' AND deleted_op IS NULL"
        self._turn = int(desk.connection.value(counted, (rule_id,)))

    def on(self, match: Match) -> None:
        """Act on one record, and remember for which cause; a record that is gone is passed over."""
        desk, entity = self.desk, self.rule.event.entity
        try:
            ref = by_id(desk.connection, entity, match.record_id)
        except NotFoundError:
            return
        changed, said = desk.unit.changed, len(desk.said)
        desk.connection.execute("SAVEPOINT one_record")
        error = ""
        try:
            for action in self.rule.actions:
                act(desk, ref, action, self._turn)
            self.done += 1
            self._turn += 1
        except DatabaseError:
            raise
        except Exception as failure:
            # Whatever it is, it must not cost the other records their turn, nor who wrote before it their work.
            desk.connection.execute("ROLLBACK TO SAVEPOINT one_record")
            desk.unit.changed = changed
            del desk.said[said:]
            error = str(failure) or type(failure).__name__
            self.failed.append(tr("{ref}: {error}", ref=ref.name or ref.ref, error=error))
        desk.connection.execute("RELEASE SAVEPOINT one_record")
        run = {"rule_id": self.rule_id, "record_kind": entity, "record_id": ref.id, "cause": match.cause}
        desk.unit.insert("rule_run", {**run, "ran_on": desk.today, "error": error})

    @property
    def sentence(self) -> str:
        """What was done, for the operation's label."""
        said = "; ".join(self.desk.said)
        if self.done > 1:
            entity = self.rule.event.entity
            said = f"{plural(self.done, entity, f'{entity}s')}: {', '.join(map(clause, self.rule.actions))}"
        failed = [tr("failed on {why}", why=self.failed[0])] if self.failed else []
        failed += [tr("and on {count} more", count=len(self.failed) - 1)] if len(self.failed) > 1 else []
        return "; ".join(part for part in (said if self.done else "", *failed) if part)
