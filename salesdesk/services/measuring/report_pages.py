"""The pages of `kpi works` and `kpi marketing`."""

from typing import TYPE_CHECKING

from salesdesk.i18n import tr
from salesdesk.services.measuring.page import Block, Page, Part

if TYPE_CHECKING:
    from salesdesk.domain.kpis.findings import Factor, Share
    from salesdesk.services.measuring.marketing import Marketing, MarketingRow
    from salesdesk.services.measuring.works import Works

RULE = (
    "A sentence needs 10 records on both sides and 95 % intervals that are apart. It says what goes together, not what"
    " causes it."
)


def works_page(found: "Works", *, every: bool) -> Page:
    """What can be said, the strongest first; `every` adds what it was drawn from."""
    said = [[Part(one.sentence, "ok" if one.better else "warn")] for one in found.findings]
    if not said:
        said = [[Part(tr("Nothing differs by more than chance allows."))]]
    blocks = [Block(tr("WHAT GOES WITH WINNING"), rows=said)]
    if every:
        blocks += [_factor(factor) for factor in found.factors]
    looked = ", ".join(factor.label for factor in found.factors) or tr("nothing was decided")
    return Page(tr("What works"), found.period.label, blocks, [tr("Looked at: {factors}.", factors=looked), tr(RULE)])


def _factor(factor: "Factor") -> Block:
    def row(name: str, share: "Share") -> list[Part]:
        low, high = share.interval or (0.0, 0.0)
        between = f"{low * 100:.0f} to {high * 100:.0f} %" if share.of else ""
        tone = "muted" if share.small else "strong"
        return [
            Part(name),
            Part(f"{share.good:,}"),
            Part(f"{share.of:,}"),
            Part(share.percent, tone),
            Part(between, "muted"),
        ]

    rows = [row(name, share) for name, share in factor.groups.items()]
    heads = (tr("good"), tr("of"), tr("rate"), tr("95 % interval"))
    return Block(factor.label.upper(), heads, [*rows, row(tr("all"), factor.whole)])


def marketing_page(found: "Marketing") -> Page:
    """What each source and campaign brought and cost."""
    heads = (tr("leads"), tr("qualified"), tr("junk"), tr("won"), tr("cost"), tr("per won"), tr("junk reasons"))
    rows = [_marketing(row, _named(row)) for row in found.rows]
    rows.append(_marketing(found.whole, tr("All together")))
    remarks = [tr("Leads that arrived in the period and what became of them until today.")]
    if any(row.elsewhere for row in found.rows):
        remarks.append(tr("Cost in other currencies is left out: give it a rate with salesdesk cost edit."))
    return Page(
        tr("Report for marketing"), found.period.label, [Block(tr("SOURCES"), heads, rows, loose=True)], remarks
    )


def _named(row: "MarketingRow") -> str:
    source = row.source or tr("no source")
    return f"{source}, {row.campaign}" if row.campaign else source


def _marketing(row: "MarketingRow", name: str) -> list[Part]:
    reasons = ", ".join(f"{reason.lower()} {count}" for reason, count in row.junk.items())
    return [
        Part(name),
        Part(f"{row.leads:,}", "strong"),
        Part(f"{row.qualified:,}"),
        Part(f"{row.disqualified:,}"),
        Part(f"{row.won:,}", "strong"),
        Part(str(row.cost) if row.cost else ""),
        Part(str(row.per_won) if row.per_won else ""),
        Part(reasons, "muted"),
    ]
