"""What the KPIs are worked out of: counts and sums of one group of records, as the store adds them up.

Money is a Counter of minor units by currency code; tallies of several groups can be added.
"""

from collections import Counter
from datetime import date

from salesdesk.hints import Self
from salesdesk.plain import Plain, field

Amounts = Counter[str]


class Tally(Plain, frozen=False):
    """Counts and sums; `add` merges another group into this one."""

    def add(self, other: Self) -> None:
        """Add the other group's counts and sums."""
        name: str
        for name in self.__match_args__:
            mine, its = getattr(self, name), getattr(other, name)
            if isinstance(mine, Counter):
                mine.update(its)
            elif isinstance(mine, dict):
                for key, value in its.items():
                    mine.setdefault(key, type(value)()).add(value)
            else:
                setattr(self, name, mine + its)

    def subtract(self, other: Self) -> None:
        """Take away the other group's counts and sums, which are among these; what is left of nothing goes."""
        name: str
        for name in self.__match_args__:
            mine, its = getattr(self, name), getattr(other, name)
            if isinstance(mine, Counter):
                mine.subtract(its)
                gone = [key for key in its if not mine[key]]
            elif isinstance(mine, dict):
                for key, value in its.items():
                    mine.setdefault(key, type(value)()).subtract(value)
                gone = [key for key, value in its.items() if mine[key] == type(value)()]
            else:
                setattr(self, name, mine - its)
                continue
            for key in gone:
                del mine[key]


class Closed(Tally, frozen=False):
    """Deals closed in the period."""

    won: int = 0
    lost: int = 0
    disqualified: int = 0
    undated_won: int = 0
    undated_lost: int = 0
    won_days: Counter[int] = field(default_factory=Counter)
    lost_days: Counter[int] = field(default_factory=Counter)
    no_start: int = 0
    negative: int = 0
    lost_no_start: int = 0
    lost_negative: int = 0
    revenue: Amounts = field(default_factory=Counter)
    lost_value: Amounts = field(default_factory=Counter)
    foreign: Counter[str] = field(default_factory=Counter)
    without_value: int = 0
    zero_value: int = 0
    # How many won deals in the base currency had which value above or below 0.
    sizes: Counter[int] = field(default_factory=Counter)


class StageSum(Tally, frozen=False):
    """Open deals of one stage."""

    count: int = 0
    amounts: Amounts = field(default_factory=Counter)
    foreign: Counter[str] = field(default_factory=Counter)
    without_value: int = 0
    listed: Amounts = field(default_factory=Counter)
    without_price: int = 0


class Open(Tally, frozen=False):
    """Open deals on the day: by stage (key), and what they weigh by when they should close.

    Weights are hundredths of minor units: value times probability in percent.
    """

    stages: dict[bytes | None, StageSum] = field(default_factory=dict)
    expected: int = 0
    expected_weight: Amounts = field(default_factory=Counter)
    expected_value: Amounts = field(default_factory=Counter)
    overdue: int = 0
    overdue_weight: Amounts = field(default_factory=Counter)
    no_day: int = 0
    no_day_weight: Amounts = field(default_factory=Counter)
    expected_without_value: int = 0
    # Of the deals expected in the period: how many are in which currency.
    expected_foreign: Counter[str] = field(default_factory=Counter)


class OutlookSum(Tally, frozen=False):
    """Open deals of one forecast category that are expected in the period; `said` counts those whose rep chose it."""

    count: int = 0
    said: int = 0
    amounts: Amounts = field(default_factory=Counter)
    foreign: Counter[str] = field(default_factory=Counter)
    without_value: int = 0


class Outlook(Tally, frozen=False):
    """Open deals by forecast category, and those that are in none: overdue, or without an expected day."""

    categories: dict[str, OutlookSum] = field(default_factory=dict)
    overdue: int = 0
    no_day: int = 0


class Forecasts(Tally, frozen=False):
    """Forecasts of periods that are over: how many, what was submitted last for them and what was won, in the base currency.

    By the day something was submitted: how what stood submitted changed (`said`), and of those who submitted first on it
    how many they are (`first`) and what they won (`joined`). The others count what is left out. `reps` and what they
    submitted and won: those of the members, where there is one for everyone together.
    """

    forecasts: int = 0
    submitted: int = 0
    won: int = 0
    said: Counter[str] = field(default_factory=Counter)
    joined: Counter[str] = field(default_factory=Counter)
    first: Counter[str] = field(default_factory=Counter)
    silent: int = 0
    not_over: int = 0
    late: int = 0
    beside: int = 0
    unowned: int = 0
    without_value: int = 0
    foreign: int = 0
    elsewhere: Amounts = field(default_factory=Counter)
    reps: int = 0
    reps_submitted: int = 0
    reps_won: int = 0


class Opened(Tally, frozen=False):
    """Deals opened in the period, by what became of them."""

    won: int = 0
    lost: int = 0
    open: int = 0
    disqualified: int = 0


class StageFlow(Tally, frozen=False):
    """Deals that entered one stage in the period: how many left it since, how many of those went further."""

    entered: int = 0
    passed: int = 0
    left: int = 0


class Flow(Tally, frozen=False):
    """Deals by the stages (key) they entered in the period."""

    stages: dict[bytes | None, StageFlow] = field(default_factory=dict)


class StageStays(Tally, frozen=False):
    """Days of the stays in one stage."""

    days: Counter[int] = field(default_factory=Counter)


class Stays(Tally, frozen=False):
    """Stays by stage (key) that ended in the period."""

    stages: dict[bytes | None, StageStays] = field(default_factory=dict)


class StageAge(Plain):
    """The stays in one stage that go on: how many, and how many days the one in the middle is old."""

    count: int = 0
    median: float | None = None


class Ages(Tally, frozen=False):
    """Stays by stage (key) that go on. They are of one day and of no span, so that nothing is ever added to them."""

    stages: dict[bytes | None, StageAge] = field(default_factory=dict)


class Pushes(Tally, frozen=False):
    """Open deals: how many had their expected day pushed in the period, by how many pushes, and how many too often ever."""

    open: int = 0
    pushed: int = 0
    pushes: int = 0
    not_credible: int = 0


class Response(Tally, frozen=False):
    """Leads that arrived in the period by how many seconds passed, on the wall clock and in working hours, until somebody
    tried to reach them (`waited`, `worked`) or until now (`waiting`)."""

    waited: Counter[int] = field(default_factory=Counter)
    worked: Counter[int] = field(default_factory=Counter)
    waiting: Counter[int] = field(default_factory=Counter)
    waiting_worked: Counter[int] = field(default_factory=Counter)
    no_time: int = 0
    before: int = 0
    unwanted: int = 0
    closed: int = 0


class Leads(Tally, frozen=False):
    """Leads that arrived in the period, and leads whose fate was settled in it."""

    arrived: int = 0
    existing: int = 0
    qualified: int = 0
    converted: int = 0
    resolved_won: int = 0
    resolved_lost: int = 0
    disqualified: int = 0


class Activities(Tally, frozen=False):
    """Activities done in the period, by kind, and by kind and outcome."""

    kinds: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)
    meanings: Counter[str] = field(default_factory=Counter)
    reached: int = 0
    calls: int = 0
    talks: int = 0
    # Of the calls those that came in, of the talks those; only a call that was made books a meeting.
    came_in: int = 0
    answered: int = 0
    booked: int = 0
    meetings: int = 0
    notes: int = 0

    @property
    def made(self) -> int:
        """The calls we made."""
        return self.calls - self.came_in

    @property
    def connected(self) -> int:
        """Those of them that reached somebody."""
        return self.talks - self.answered


class Steps(Tally, frozen=False):
    """Open leads and deals by their next step."""

    planned: int = 0
    overdue: int = 0
    none: int = 0
    leads: int = 0
    deals: int = 0


class Orders(Tally, frozen=False):
    """Orders of the period; refunds are those below 0."""

    count: int = 0
    refunds: int = 0
    amounts: Amounts = field(default_factory=Counter)
    foreign: Counter[str] = field(default_factory=Counter)


class Customers(Tally, frozen=False):
    """New customers of the period and what was spent."""

    new: int = 0
    costs: dict[str, "Costs"] = field(default_factory=dict)


class Costs(Tally, frozen=False):
    """What was spent in one category."""

    rows: int = 0
    amounts: Amounts = field(default_factory=Counter)
    foreign: Counter[str] = field(default_factory=Counter)


class Lagged(Tally, frozen=False):
    """What was spent in the days one median sales cycle (`lag` days) before the period, from `start` to before `end`; None
    where there is no cycle. Of the cost of a month the part counts that those days are of it."""

    lag: int | None = None
    start: date | None = None
    end: date | None = None
    costs: dict[str, Costs] = field(default_factory=dict)


class Subscriptions(Tally, frozen=False):
    """Customers and their subscriptions from the start to the end of the period; money in the base currency. `gone` is the
    monthly revenue of the churned; `back` counts those who had one once, none at the start and one at the end."""

    customers: int = 0
    churned: int = 0
    returned: int = 0
    subscriptions: int = 0
    ended: int = 0
    opening: int = 0
    kept: int = 0
    closing: int = 0
    foreign: Counter[str] = field(default_factory=Counter)
    without_revenue: int = 0
    # Customers of whom one or more subscriptions ended.
    touched: int = 0
    gone: int = 0
    back: int = 0
    back_monthly: int = 0


class Buyers(Tally, frozen=False):
    """Customers who had bought lately when the period started, and how many of them had not when it ended."""

    there: int = 0
    gone: int = 0


class Recurring(Tally, frozen=False):
    """New subscribers of the period and the monthly revenue they started with, in the base currency."""

    customers: int = 0
    monthly: int = 0
    foreign: int = 0
    without_revenue: int = 0


class Quotas(Tally, frozen=False):
    """What is to be sold in the period, and in the days of it that are over; prorated.

    Where the quotas of members are added up, what members without one won and expect is not held against them:
    `other_won` of `other_deals`, `other_value` and `other_weight` (hundredths) of `other_coming`.
    """

    count: int = 0
    amounts: Amounts = field(default_factory=Counter)
    to_date: Amounts = field(default_factory=Counter)
    other_deals: int = 0
    other_coming: int = 0
    other_won: Amounts = field(default_factory=Counter)
    other_value: Amounts = field(default_factory=Counter)
    other_weight: Amounts = field(default_factory=Counter)


class Tallies(Plain, frozen=False):
    """Everything of one group; what was not asked for, or cannot be told by this dimension, is None."""

    closed: Closed | None = None
    before: Closed | None = None
    year_before: Closed | None = None
    since_opening: Closed | None = None
    open: Open | None = None
    leads: Leads | None = None
    activities: Activities | None = None
    steps: Steps | None = None
    orders: Orders | None = None
    customers: Customers | None = None
    lagged: Lagged | None = None
    subscriptions: Subscriptions | None = None
    quotas: Quotas | None = None
    buyers: Buyers | None = None
    recurring: Recurring | None = None
    trailing: Closed | None = None
    trailing_180: Closed | None = None
    opened: Opened | None = None
    outlook: Outlook | None = None
    forecasts: Forecasts | None = None
    flow: Flow | None = None
    stays: Stays | None = None
    ages: Ages | None = None
    pushes: Pushes | None = None
    response: Response | None = None
