"""Every conversation the bot can hold."""

from bot.conversations.add_to_ticket import AddToTicket
from bot.conversations.agree_delivery import AgreeDelivery
from bot.conversations.agree_repair import AgreeRepair
from bot.conversations.amend_contract import AmendContract
from bot.conversations.answer_complaint import AnswerComplaint
from bot.conversations.answer_quote import AskAboutQuote, DeclineQuote
from bot.conversations.approve_return import ApproveReturn, NotAgreed, NotAsDescribed, RefuseReturn
from bot.conversations.ask_department import AnswerTask, AskDepartment, AskOnceMore
from bot.conversations.assign_technician import AssignTechnician
from bot.conversations.book_delivery import BookDelivery
from bot.conversations.book_installation import BookInstallation
from bot.conversations.cancel_ticket import CancelTicket
from bot.conversations.check_goods import CheckGoods
from bot.conversations.check_stock import CheckStock, CorrectStock, GoodsIn
from bot.conversations.choose_time import ChooseTime
from bot.conversations.close_ticket import CloseTicket
from bot.conversations.comment_report import CommentReport
from bot.conversations.correct_ticket import CorrectTicket
from bot.conversations.corrective_action import (
    ApproveMeasures,
    ConfirmEffect,
    NotEffective,
    ProposeMeasures,
    RequestAction,
    SendBackMeasures,
)
from bot.conversations.decide_liability import DecideLiability, SendBackFindings
from bot.conversations.decide_proposal import AdoptProposal, DeclineProposal, KeepProposal
from bot.conversations.decline_offer import DeclineOffer
from bot.conversations.exchange_letter import ExchangeLetter
from bot.conversations.extend_promise import ExtendPromise
from bot.conversations.fault_is_back import FaultIsBack
from bot.conversations.file_project import CheckTender, Commission, FileAgreement, HandInProject, TrainUsers
from bot.conversations.finish_fitting import FinishFitting
from bot.conversations.finish_visit import FinishVisit
from bot.conversations.forget_me import ForgetMe
from bot.conversations.forward_proposal import ForwardProposal
from bot.conversations.give_opinion import GiveOpinion
from bot.conversations.group_tickets import GroupTickets, HouseholdAccepts, NoteAgreement, TellHouseholds
from bot.conversations.hand_in_contract import HandInContract
from bot.conversations.hand_over import HandOver
from bot.conversations.import_contracts import ImportContracts
from bot.conversations.instruct_crew import InstructCrew
from bot.conversations.introduce_yourself import IntroduceYourself
from bot.conversations.judge_repair import JudgeRepair
from bot.conversations.know_purchase import KnowPurchase
from bot.conversations.load_goods import LoadGoods
from bot.conversations.lodge_complaint import LodgeComplaint
from bot.conversations.lodge_for_customer import LodgeForCustomer
from bot.conversations.make_proposal import MakeProposal
from bot.conversations.must_exchange import MustExchange
from bot.conversations.name_crew import NameCrew
from bot.conversations.need_help import NeedHelp
from bot.conversations.need_parts import NeedParts
from bot.conversations.not_clear import NotClear
from bot.conversations.not_in_order import NotInOrder
from bot.conversations.not_satisfied import NotSatisfied
from bot.conversations.note_for_sales import NoteForSales
from bot.conversations.notify_owners import NotifyOwners
from bot.conversations.order_goods import GoodsLate, OrderGoods
from bot.conversations.part_missing import PartMissing
from bot.conversations.plan_complaint import PlanComplaint
from bot.conversations.plan_project import PlanProject, ReachMilestone, ReplanProject
from bot.conversations.propose_time import ProposeTime
from bot.conversations.protect_home import ChangeWork, ProtectHome
from bot.conversations.rate_service import RateService
from bot.conversations.report_callback import ReportCallback
from bot.conversations.report_fault import ReportFault
from bot.conversations.report_goods import ReportGoods
from bot.conversations.report_shortage import ReportShortage
from bot.conversations.request_project import RefuseProject, RejectProject, RequestProject
from bot.conversations.request_return import RequestReturn
from bot.conversations.request_shipment import RequestShipment
from bot.conversations.return_for_customer import ReturnForCustomer
from bot.conversations.route_complaint import RouteComplaint
from bot.conversations.running_late import RunningLate
from bot.conversations.score_proposal import ScoreProposal
from bot.conversations.send_back import SendBack
from bot.conversations.serious_defect import SeriousDefect
from bot.conversations.set_off import SetOff
from bot.conversations.settle_damage import SettleDamage
from bot.conversations.ship_goods import CallOff, SendRest, ShipGoods, TrackGoods
from bot.conversations.sign_contract import SignContract
from bot.conversations.sign_receipt import SignReceipt
from bot.conversations.small_flaw import SmallFlaw
from bot.conversations.special_visit import SpecialVisit
from bot.conversations.take_back import TakeBack
from bot.conversations.take_leave import TakeLeave
from bot.conversations.tell_time import TellTime
from bot.conversations.to_workshop import ToWorkshop, WorkshopDone
from bot.conversations.want_replacement import WantReplacement
from bot.conversations.withdraw import Withdraw
from bot.conversations.write_quote import WriteQuote
from bot.conversations.write_to_customer import WriteToCustomer
from bot.dialogue.form import Form

CONVERSATIONS: tuple[type[Form], ...] = (
    FaultIsBack,  # before the report of a new one, which takes the same words when nothing was repaired lately,
    ReportFault,
    RequestReturn,
    ReturnForCustomer,
    LodgeComplaint,
    LodgeForCustomer,
    HandInContract,
    ImportContracts,
    BookDelivery,
    BookInstallation,
    RequestShipment,
    RequestProject,
    MakeProposal,
    AddToTicket,
    AssignTechnician,
    CancelTicket,
    CheckGoods,
    ChooseTime,
    CloseTicket,
    CommentReport,
    CorrectTicket,
    DeclineOffer,
    ExtendPromise,
    FinishVisit,
    ForgetMe,
    HandOver,
    InstructCrew,
    IntroduceYourself,
    NameCrew,
    JudgeRepair,
    NeedHelp,
    NeedParts,
    NotInOrder,
    NoteForSales,
    ProposeTime,
    ProtectHome,
    ChangeWork,
    RateService,
    ReportCallback,
    ReportGoods,
    RunningLate,
    SetOff,
    SignReceipt,
    SeriousDefect,
    FinishFitting,
    SmallFlaw,
    TakeBack,
    SpecialVisit,
    TakeLeave,
    TellTime,
    WantReplacement,
    RefuseProject,
    RejectProject,
    PlanProject,
    ReplanProject,
    ReachMilestone,
    FileAgreement,
    CheckTender,
    Commission,
    TrainUsers,
    HandInProject,
    ShipGoods,
    TrackGoods,
    ReportShortage,
    SendRest,
    CallOff,
    ToWorkshop,
    WorkshopDone,
    WriteQuote,
    DeclineQuote,
    AskAboutQuote,
    WriteToCustomer,
    AnswerComplaint,
    NotSatisfied,
    PlanComplaint,
    ExchangeLetter,
    AskDepartment,
    AnswerTask,
    AskOnceMore,
    DecideLiability,
    SendBackFindings,
    RouteComplaint,
    SendBack,
    AdoptProposal,
    DeclineProposal,
    KeepProposal,
    ForwardProposal,
    GiveOpinion,
    ScoreProposal,
    Withdraw,
    ApproveReturn,
    RefuseReturn,
    NotAsDescribed,
    NotAgreed,
    RequestAction,
    ProposeMeasures,
    ApproveMeasures,
    SendBackMeasures,
    ConfirmEffect,
    NotEffective,
    CheckStock,
    CorrectStock,
    LoadGoods,
    KnowPurchase,
    MustExchange,
    PartMissing,
    SettleDamage,
    GoodsIn,
    OrderGoods,
    GoodsLate,
    NotClear,
    AmendContract,
    AgreeDelivery,
    NotifyOwners,
    AgreeRepair,
    GroupTickets,
    TellHouseholds,
    NoteAgreement,
    HouseholdAccepts,
    SignContract,
)
