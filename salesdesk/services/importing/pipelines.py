"""The pipeline a file's stages live in: one that has them all, else one of its own in a sensible order."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from salesdesk.domain.text import clean
from salesdesk.exchange.stages import order_stages, stage_meaning
from salesdesk.i18n import tr
from salesdesk.services.importing.catalogue import plain_name
from salesdesk.services.importing.plan import Entry, Plan
from salesdesk.store.connection import Connection
from salesdesk.store.read.lookups import choices, stages


@dataclass(frozen=True, slots=True)
class StageFacts:
    """A stage as deals need it."""

    key: bytes
    pipeline: bytes
    meaning: str


@dataclass(slots=True)
class PipelineFacts:
    """A pipeline and its stages in order, by plain name."""

    key: bytes
    name: str
    stages: dict[str, StageFacts] = field(default_factory=dict)
    labels: list[str] = field(default_factory=list)

    def first(self, meaning: str) -> StageFacts | None:
        """Its first stage of that meaning."""
        return next((stage for stage in self.stages.values() if stage.meaning == meaning), None)


class Pipelines:
    """Finds the stage of each deal; adds pipelines and stages that are missing."""

    def __init__(self, connection: Connection, plan: Plan) -> None:
        self._plan = plan
        self._known = [PipelineFacts(choice.id, choice.name) for choice in choices(connection, "pipeline")]
        by_key = {pipeline.key: pipeline for pipeline in self._known}
        for row in stages(connection):
            found = by_key[row.pipeline_id]
            found.stages.setdefault(plain_name(row.name), StageFacts(row.id, row.pipeline_id, row.meaning))
            found.labels.append(row.name)
        self._of: dict[str, PipelineFacts] = {}

    def settle(self, entries: Iterable[Entry]) -> None:
        """Decide the pipeline of every group of deals (by the pipeline their file names, if it names any)."""
        labels: dict[str, dict[str, list[float]]] = defaultdict(dict)
        names: dict[str, str] = {}
        for entry in entries:
            values = entry.record.values
            group = str(values.get("pipeline", ""))
            names.setdefault(group, _name(entry, group))
            stage = values.get("stage")
            if stage is not None:
                chances = labels[group].setdefault(str(stage), [])
                if values.get("probability") is not None:
                    chances.append(float(str(values["probability"])))
        for group in sorted(names):
            found = labels.get(group, {})
            self._of[group] = (
                self._fitting(group, found) or self._grow(names[group], found) or self._new(names[group], found)
            )

    def stage(self, entry: Entry) -> tuple[StageFacts, PipelineFacts]:
        """The stage the file names for the deal, else the first open one of its pipeline."""
        values = entry.record.values
        pipeline = self._of[str(values.get("pipeline", ""))]
        named = pipeline.stages.get(plain_name(str(values["stage"]))) if "stage" in values else None
        return named or pipeline.first("open") or next(iter(pipeline.stages.values())), pipeline

    def _fitting(self, group: str, labels: dict[str, list[float]]) -> PipelineFacts | None:
        wanted = {plain_name(label) for label in labels}
        own = [p for p in self._known if group and plain_name(p.name) == plain_name(group)]
        for pipeline in [*own, *self._known]:
            if (
                pipeline.stages
                and wanted <= pipeline.stages.keys()
                and all(map(pipeline.first, ("open", "won", "lost")))
            ):
                return pipeline
        return None

    def _grow(self, name: str, labels: dict[str, list[float]]) -> PipelineFacts | None:
        """The pipeline an earlier import of the same name made, with the stages it lacks."""
        found = next((p for p in self._known if plain_name(p.name) == plain_name(name)), None)
        if found is None or not found.stages.keys() & {plain_name(label) for label in labels}:
            return None
        self._fill(found, [*found.labels, *labels], labels)
        return found

    def _new(self, name: str, labels: dict[str, list[float]]) -> PipelineFacts:
        taken = {plain_name(p.name) for p in self._known}
        if plain_name(name) in taken:
            name = tr("{name} (imported)", name=name)
        key = self._plan.add("pipeline", {"name": name, "position": len(self._known)})
        made = PipelineFacts(key, name)
        self._known.append(made)
        self._fill(made, list(labels), labels)
        return made

    def _fill(self, pipeline: PipelineFacts, labels: list[str], chances: dict[str, list[float]]) -> None:
        for meaning, label in (("open", tr("Open")), ("won", tr("Won")), ("lost", tr("Lost"))):
            if pipeline.first(meaning) is None and not any(stage_meaning(known) == meaning for known in labels):
                labels.append(label)
        ordered = order_stages(labels)
        opens = [guess.label for guess in ordered if guess.meaning == "open"]
        in_order: dict[str, StageFacts] = {}
        for position, guess in enumerate(ordered):
            known = pipeline.stages.get(plain_name(guess.label))
            if known is None:
                given = chances.get(guess.label) or []
                row: dict[str, Any] = {
                    "pipeline_id": pipeline.key,
                    "name": clean(guess.label),
                    "position": position,
                    "meaning": guess.meaning,
                    "probability": _probability(guess.label, guess.meaning, opens, given),
                }
                known = StageFacts(self._plan.add("stage", row), pipeline.key, guess.meaning)
            elif list(pipeline.stages).index(plain_name(guess.label)) != position:
                self._plan.update("stage", known.key, {"position": position})
            in_order[plain_name(guess.label)] = known
        pipeline.stages, pipeline.labels = in_order, [guess.label for guess in ordered]


def _probability(label: str, meaning: str, opens: list[str], given: list[float]) -> int:
    """In per cent: what the file's deals say on average, else evenly from 10 to 80."""
    if meaning != "open":
        return 100 if meaning == "won" else 0
    if given:
        return round(100 * sum(given) / len(given))
    steps = max(len(opens) - 1, 1)
    return 5 * round((10 + 70 * opens.index(label) / steps) / 5) if len(opens) > 1 else 50


def _name(entry: Entry, group: str) -> str:
    """What a pipeline of its own is called: as the file calls it, else after the tool or the file."""
    report = entry.source.report
    words = report.path.stem if report.preset == "generic" else report.preset
    plain = clean(words.replace("_", " ").replace("-", " "))
    base = plain[:1].upper() + plain[1:] or tr("Imported")
    if not group:
        return base
    return clean(group) if any(c.isalpha() for c in group) else f"{base} {clean(group)}"
