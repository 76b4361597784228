"""Photos: albums, captions, and pictures that come too early or too late."""

from __future__ import annotations

from dataclasses import replace

import pytest
from typing_extensions import override

from bot.dialogue.answers import Album, FreeText, Photos, YesNo
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.dialogue.turn import take_turn
from bot.envelope import Photo, Reply
from tests.conversations.sample import BookRepair, Rate, RepairShop, said
from tests.conversations.transcript import Chat, occasion, play

AT_PHOTOS = "> AB123456\n> 1\nPlease send photos.\n"


class Damage(Form):
    title = said("Damage")
    summary = False

    boxed = ask(said("Is it in its box?"), accepts=YesNo(), label=said("Boxed"))
    photos = ask(said("Please send photos."), accepts=Photos(2), label=said("Photos"))
    words = ask(said("What happened?"), accepts=FreeText(3, 100), label=said("Words"))

    @override
    def submit(self, occasion: Occasion) -> Reply:
        album = self.photos
        return Reply(said(f"{album.photos} {album.words} {self.words}"))


def repair(script: str) -> Chat:
    return play(BookRepair, script, occasion(RepairShop()))


def test_an_album_arrives_as_many_messages_and_a_word_ends_it() -> None:
    chat = repair(
        AT_PHOTOS
        + """
            > (photo a)
            Photos so far: 1.
            [Done] [Back] [Cancel]
            > (photo b)
            > (photo a)
            Photos so far: 2.
            > 好了
        """
    )
    assert "When may we come?" in chat.seen


def test_there_can_be_too_many() -> None:
    chat = repair(
        AT_PHOTOS
        + """
            > (photo a)
            > (photo b)
            > (photo c)
            > (photo d)
            I keep the first 3 photos, that is enough.
            > done
        """
    )
    assert "When may we come?" in chat.seen


def test_a_later_answer_to_the_album_replaces_the_earlier_one() -> None:
    chat = repair(AT_PHOTOS + "> (photo a)")
    first = chat.reply.card
    chat.say(Photo("b"))
    assert first == chat.reply.card != ""


def test_words_and_captions_in_between_are_kept() -> None:
    play(
        Damage,
        """
            > yes
            > it fell
            I have noted that.
            Please send photos.
            > (photo a: left side)
            > done
            > really
            ('a',) ('it fell', 'left side') really
        """,
    )


def test_words_are_not_kept_twice_nor_without_end() -> None:
    album = Album()
    for word in ["it fell", "it fell", " ", *map(str, range(20))]:
        album = Photos().add(album, Photo("a", word))
    assert album.photos == ("a",)
    assert album.words == ("it fell", *map(str, range(9)))


def test_some_photos_are_needed_if_they_are_not_optional() -> None:
    play(
        Damage,
        """
            > yes
            > done
            Please send at least one photo.
            > skip
            Please send at least one photo.
            > (sticker)
            Please send photos.
        """,
    )
    play(Damage, "> yes\n> no idea how\n> done\nPlease send at least one photo.\n> (photo a)\n> done\nWhat happened?")


def test_words_alone_will_do_if_photos_are_optional() -> None:
    chat = repair(AT_PHOTOS + "> it is the left tap\n> done\n> 1\n> skip")
    assert "Photos: 0 received, it is the left tap" in chat.seen


def test_skip_keeps_what_was_sent() -> None:
    chat = repair(AT_PHOTOS + "> (photo a)\n> skip\n> 1\n> skip")
    assert "Photos: 1 received" in chat.seen


def test_the_rest_of_an_album_is_added_after_done() -> None:
    chat = repair(
        AT_PHOTOS
        + "> (photo a)\n> done\n> (photo b)\nI have kept the photo.\nWhen may we come?\n> 1\n> skip\nPhotos: 2 received"
    )
    chat.say(Photo("c"))
    assert "I have kept the photo.\nPlease check" in chat.seen
    assert "Photos: 3 received" in chat.seen
    assert "that is enough" in chat.say(Photo("d"))


def test_a_photo_after_skipping_is_added_too() -> None:
    chat = repair(AT_PHOTOS + "> skip\n> (photo b)\n> 1\n> skip")
    assert "Photos: 1 received" in chat.seen


def test_a_photo_sent_too_early_waits_for_its_question() -> None:
    chat = repair(
        """
            > (photo a)
            I have kept the photo.
            What is the serial number?
            > AB123456
            > 1
            Photos so far: 1.
            > done
        """
    )
    assert "When may we come?" in chat.seen


def test_a_caption_may_be_the_answer() -> None:
    chat = repair(
        """
            > (photo a: AB123456)
            I have kept the photo.
            What is wrong?
            > (photo b: Leak)
            Photos so far: 2.
            > done
            > 1
            > skip
        """
    )
    assert "Photos: 2 received" in chat.seen


def test_a_caption_that_is_no_answer_stays_with_its_photo() -> None:
    chat = repair("> (photo a: on the back)\n> AB123456\n> 1\n> done\n> 1\n> skip")
    assert "Photos: 1 received, on the back" in chat.seen


def test_a_form_without_photos_says_so() -> None:
    play(
        Rate, "> (photo a)\nI cannot use a photo here.\n> 5\n> (photo a: Well done)\nThank you.", occasion(RepairShop())
    )


def test_back_keeps_the_photos() -> None:
    chat = repair(AT_PHOTOS + "> (photo a)\n> done\n> back\nPhotos so far: 1.\n> (photo b)\n> done\n> 1\n> skip")
    assert "Photos: 2 received" in chat.seen


def test_change_begins_a_new_album_and_back_restores_the_old_one() -> None:
    script = AT_PHOTOS + "> (photo a)\n> done\n> 1\n> skip\n> change\n> Photos\nPlease send photos.\n"
    assert "Photos: 2 received" in repair(script + "> (photo b)\n> (photo c)\n> done").seen
    assert "Photos: 1 received" in repair(script + "> back").seen


def test_a_late_photo_survives_the_change_of_another_answer() -> None:
    script = AT_PHOTOS + "> (photo a)\n> done\n> 1\n> skip\n> change\n> Phone\n> (photo b)\nWhich number"
    assert "Photos: 2 received" in repair(script + "\n> skip").seen
    assert "Photos: 2 received" in repair(script + "\n> back").seen


@pytest.mark.parametrize("stored", ["", "x", "[]", "{}", '{"photos": 1, "words": []}', '{"photos": [1], "words": []}'])
def test_an_album_that_cannot_be_read_begins_anew(stored: str) -> None:
    chat = repair(AT_PHOTOS)
    assert chat.draft
    draft, reply = take_turn(BookRepair, replace(chat.draft, gathered={"photos": stored}), Photo("a"), chat.occasion)
    assert draft
    assert "Photos so far: 1." in str(reply.text)
