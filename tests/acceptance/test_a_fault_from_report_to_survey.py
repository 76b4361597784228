from core.storage.open import open_store
from tests.acceptance.world import World, a_furniture_shop

REPORT = """
    顾客> 我家沙发坐垫塌陷了
    顾客> [没有解决]
    顾客> 跳过
    顾客> [可以等到上门时处理]
    顾客> 李雷
    顾客> 138 0013 8000
    顾客> 杭州市西湖区文三路 1 号 3 楼
    顾客> [11月23日 周一 14:00–16:00]
    顾客> [提交]
    顾客< F-261123-0001
"""


async def world() -> World:
    return await a_furniture_shop(open_store("sqlite://"))


async def test_a_repair_from_the_first_message_to_the_survey() -> None:
    desk = await world()
    await desk.play(REPORT)
    await desk.play("""
        小陈< F-261123-0001
        小陈> [张师傅]
        张师傅< F-261123-0001
        张师傅! 13800138000
        张师傅! 文三路
        张师傅> [接单]
        张师傅< 文三路 1 号
        顾客< 张师傅
        ... until Mon 12:05
        顾客< 请确认
        顾客> [确认]
        张师傅< 确认
        ... until Mon 12:35
        张师傅< 该出发了
        张师傅> [已出发]
        张师傅> [30分钟]
        顾客< 路上
        ... 30 minutes
        张师傅> [已到达]
        张师傅> [完工]
    """)
    await desk.store.close()
