from core.storage.open import open_store
from tests.acceptance.world import World, a_furniture_shop

REPORT = """
    Ann> My sofa seat is sagging
    Ann< You can try this first
    Ann> [No, not solved]
    Ann> skip
    Ann> [It can wait for the visit]
    Ann> Ann Lee
    Ann> 138 0013 8000
    Ann> 1 Wensan Road, Xihu District, Hangzhou
    Ann> [Mon 23 Nov, 14:00–16:00]
    Ann> [Send]
    Ann< F-261123-0001
    Ann< We promise
"""
ACCEPTED = """
    Chen< F-261123-0001
    Chen> [Zhang]
    Zhang< New job F-261123-0001
    Zhang! 13800138000
    Zhang! Wensan Road
    Zhang> [Accept]
    Zhang< Wensan Road
    Zhang< 138
    Ann< Zhang (badge 007) will come Mon 23 Nov, 14:00–16:00
"""
VISIT = """
    ... until Mon 12:05
    Ann< Please confirm
    Ann> [Confirm]
    Zhang< confirmed
    ... until Mon 12:35
    Zhang< Time to leave
    Zhang> [On my way]
    Zhang> [30 minutes]
    Ann< on the way
    ... 30 minutes
    Zhang> [Arrived]
    Zhang> [Finished]
    Zhang> 1
    Zhang> 1
    Zhang> 45
    Zhang> skip
    Zhang> skip
    Zhang> [Send]
    Ann< Is everything in order?
"""
SURVEY = """
    Ann> [All in order]
    Zhang< accepted
    ... 15 minutes
    Ann! How was our service
    ... until Mon 14:05
    Ann< How was our service
    Ann> [Satisfied]
    Ann> skip
    Ann< Thank you
    ... 5 days
    Ann! One last question
    Chen! C-2611
"""


async def world() -> World:
    return await a_furniture_shop(open_store("sqlite://"), language="en")


async def test_a_repair_from_the_first_message_to_the_survey() -> None:
    desk = await world()
    await desk.play(REPORT + ACCEPTED + VISIT + SURVEY)
    assert (await desk.ticket("F-261123-0001")).state == "closed"
    await desk.store.close()


async def test_an_unanswered_offer_goes_to_the_next_and_the_supervisor_hears_of_it() -> None:
    desk = await world()
    await desk.play(
        REPORT
        + """
        Chen> [Zhang]
        ... 15 minutes
        Zhang< not answered in time
        Liu< did not answer the offer
        Chen< Who goes?
        Chen> [Wang]
        Wang> [Accept]
        Zhang> [Accept]
        Zhang< gone to somebody else
        Ann< Wang (badge 012)
    """
    )
    await desk.store.close()


async def test_not_in_order_opens_the_job_again_and_counts_as_rework() -> None:
    desk = await world()
    await desk.play(
        REPORT
        + ACCEPTED
        + VISIT
        + """
        Ann> [Not in order]
        Ann> It still sags
        Ann> skip
        Liu< does not accept the work: It still sags
        Ann> [Other time]
        Ann> [Tue 24 Nov, 14:00–16:00]
        Zhang< Tue 24 Nov
    """
    )
    ticket = await desk.ticket("F-261123-0001")
    assert (ticket.state, ticket.facts["rework"]) == ("scheduled", 1)
    await desk.store.close()
