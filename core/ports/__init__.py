"""What the desk needs kept, and how it asks for it. core/storage carries these out; nothing here knows SQL.

Everything is synchronous: a unit of work is pure code and database calls, carried to the database by `Store.run`.
"""

from core.ports.alerts import Alerts as Alerts
from core.ports.alerts import RaisedAlert as RaisedAlert
from core.ports.boards import Board as Board
from core.ports.boards import Boards as Boards
from core.ports.boards import Remark as Remark
from core.ports.boards import Topic as Topic
from core.ports.chats import Chats as Chats
from core.ports.chats import Conversation as Conversation
from core.ports.clocks import Clock as Clock
from core.ports.clocks import Clocks as Clocks
from core.ports.clocks import DueClock as DueClock
from core.ports.fetches import Fetches as Fetches
from core.ports.fetches import Wanted as Wanted
from core.ports.inbox import Inbox as Inbox
from core.ports.inbox import Received as Received
from core.ports.json import Json as Json
from core.ports.links import Links as Links
from core.ports.media import Media as Media
from core.ports.media import Stored as Stored
from core.ports.milestones import Milestones as Milestones
from core.ports.outbox import Line as Line
from core.ports.outbox import Outbox as Outbox
from core.ports.outbox import Parcel as Parcel
from core.ports.outbox import Posting as Posting
from core.ports.outbox import Weight as Weight
from core.ports.people import People as People
from core.ports.reports import Order as Order
from core.ports.reports import Purpose as Purpose
from core.ports.reports import Reports as Reports
from core.ports.sales import Sales as Sales
from core.ports.stock import Stock as Stock
from core.ports.stock import Stocked as Stocked
from core.ports.tickets import Booking as Booking
from core.ports.tickets import Taken as Taken
from core.ports.tickets import Tickets as Tickets
from core.ports.unit import Store as Store
from core.ports.unit import Unit as Unit
