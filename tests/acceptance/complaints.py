"""The parts of a complaint that most transcripts begin with."""

LODGED = """
    Ann> I want to complain | 我要投诉
    Ann< I am sorry that something went wrong | 很抱歉给您添麻烦了
    Ann> The drawer came with a crack and nobody calls back | 抽屉送来就是裂的，也没人回电话
    Ann> [The service]
    Ann> [Yesterday]
    Ann> [Skip]
    Ann> A new drawer | 换一个新抽屉
    Ann> [Skip]
    Ann> Ann Lee | 李雷
    Ann> 138 0013 8000
    Ann> [Send]
    Ann< Your complaint is T-261123-0001 | 投诉编号 T-261123-0001
"""
ROUTED = """
    Liu> [Route]
    Liu> [Production (workmanship) | 生产部（工艺）]
    Liu> [Skip]
    Liu> [Chen: dispatcher | 小陈：调度]
"""
ROUTED_TO_TWO = ROUTED.replace(
    "    Liu> [Skip]", "    Liu> [Logistics (transport) | 物流部（运输）]\n    Liu> [Wang: technician | 王师傅：师傅]"
)
PLANNED = """
    Chen> [Plan]
    Chen> She wants it within a week | 希望一周内解决
    Chen> Cracked on the way | 运输中开裂
    Chen> [Skip]
    Chen> A new drawer on Friday | 周五送新抽屉
    Chen> [Send]
"""
ANSWERED = """
    Chen> [Give the result]
    Chen> [Transport: damage or delay | 运输损坏或延误]
    Chen> [Nobody in particular]
    Chen> The new drawer is in | 新抽屉已换好
    Chen> [Skip]
    Chen> [Send]
"""
