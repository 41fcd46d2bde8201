"""The desk of a manager: goals with a baseline, quotas, absences, reviews, forecasts; buyers to practise with.

The triggers are made anew after every step, so that cheaper ones need no words here.
"""

from alembic import op

from salesdesk.store.migrations.scripts import run_script_of


def upgrade() -> None:
    """From 0002 to 0003."""
    run_script_of(__file__, op.get_bind())
