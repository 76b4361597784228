"""The parts of a repair that most transcripts begin with."""

AS_USUAL = """
    Ann> [No, not solved]
    Ann> [Skip]
    Ann> [It can wait for the visit]
    Ann> Ann Lee | 李雷
    Ann> 138 0013 8000
    Ann> 1 Wensan Road, Xihu District, Hangzhou | 杭州市西湖区文三路 1 号 3 楼
    Ann> [Mon 23 Nov, 14:00–16:00 | 11月23日 周一 14:00–16:00]
    Ann> [Send]
"""
REPORTED = f"""
    Ann> My sofa seat is sagging | 我家沙发坐垫塌陷了
    {AS_USUAL}
    Ann< F-261123-0001
"""
ACCEPTED = """
    Chen> [Zhang]
    Zhang> [Accept]
    Ann< Zhang (badge 007) will come Mon 23 Nov, 14:00–16:00 | 张师傅
"""
ON_SITE = """
    ... until Mon 12:35
    Zhang> [On my way]
    Zhang> [30 minutes | 30分钟]
    ... until Mon 14:05
    Zhang> [Arrived]
"""
FINISHED = """
    Zhang> [Finished]
    Zhang> [Workmanship in the factory | 生产工艺]
    Zhang> [Refilled the upholstery | 补充填充物]
    Zhang> [45 minutes | 45分钟]
    Zhang> [Skip]
    Zhang> [Skip]
    Zhang> [Send]
    Ann< Is everything in order? | 请您验收
"""
VISITED = REPORTED + ACCEPTED + ON_SITE + FINISHED
WHO_AND_WHERE = """
    Ann> Ann Lee | 李雷
    Ann> 138 0013 8000
    Ann> 1 Wensan Road, Xihu District, Hangzhou | 杭州市西湖区文三路 1 号 3 楼
    Ann> 1
    Ann> [Send]
"""
COVERED = "under warranty until 2028-10-01 (2 years from the day | 在保修期内（自客户收货之日起 2 年，至 2028-10-01）"
