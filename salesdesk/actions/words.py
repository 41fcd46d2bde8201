"""What the rooms have in common: the groups of the palette, the screens an action is for, why some have no command."""

from salesdesk.actions.action import Group

GO = Group("Go to")
HELP = Group("Help")
CHANGE = Group("Change")
MOVE = Group("Move")
MARK = Group("Mark")
RECORD = Group("Record")
SHOW = Group("Show")
DEAL = Group("Deal")
DATA = Group("Data")
CALL = Group("Call")
REVIEW = Group("Review")

# Contexts, see `STACKS`.
APP = ("app",)
RECORDS = ("today", "leads", "deals", "record", "review")
KPIS = ("kpis",)
GOALS = ("goals",)
OUTREACH = ("outreach",)
CALLS = ("calls",)
SCREENS = ("today", "leads", "deals", "record", *KPIS)

# Why there is no command.
PLACE = "a movement on the screen"
VIEW = "changes what the screen shows, not the data"
