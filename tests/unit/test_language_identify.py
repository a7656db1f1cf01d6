"""The language of a text, told only where it is sure; the texts are this file's own."""

import pytest

from timeline.language.identify import LANGUAGES, identify, in_its_language, is_english, language_name
from timeline.model import Document

OTHERS = [
    (
        "de",
        "Nach dem Unfall im Hafen wurden vier Arbeiter in ein Krankenhaus gebracht. Die Polizei "
        "ermittelt gegen den Betreiber, der die Vorwürfe am Montag zurückwies und auf das "
        "Ergebnis der Untersuchung wartet.",
    ),
    (
        "fr",
        "Après l'accident dans le port, quatre ouvriers ont été conduits à l'hôpital. La police "
        "enquête sur l'exploitant, qui a rejeté lundi les accusations et attend le résultat de "
        "l'expertise.",
    ),
    (
        "es",
        "Tras el accidente en el puerto, cuatro trabajadores fueron llevados al hospital. La "
        "policía investiga a la empresa, que rechazó las acusaciones el lunes y espera el "
        "resultado del informe.",
    ),
    (
        "it",
        "Dopo l'incidente nel porto quattro operai sono stati portati in ospedale. La polizia "
        "indaga sul gestore, che lunedì ha respinto le accuse e attende il risultato della "
        "perizia.",
    ),
    (
        "pt",
        "Depois do acidente no porto, quatro trabalhadores foram levados para o hospital. A "
        "polícia investiga a empresa, que na segunda-feira rejeitou as acusações e espera o "
        "resultado do inquérito.",
    ),
    (
        "nl",
        "Na het ongeluk in de haven werden vier arbeiders naar het ziekenhuis gebracht. De "
        "politie onderzoekt het bedrijf, dat de beschuldigingen maandag van de hand wees en op "
        "het rapport wacht.",
    ),
    (
        "sv",
        "Efter olyckan i hamnen fördes fyra arbetare till sjukhus. Polisen utreder företaget, som"
        " på måndagen avvisade anklagelserna och väntar på resultatet av undersökningen.",
    ),
    (
        "da",
        "Efter ulykken i havnen blev fire arbejdere bragt til hospitalet. Politiet undersøger "
        "selskabet, som mandag afviste anklagerne og venter på resultatet af undersøgelsen.",
    ),
    (
        "no",
        "Etter ulykken i havna ble fire arbeidere brakt til sykehus. Politiet etterforsker "
        "selskapet, som mandag avviste anklagene og venter på resultatet av granskingen.",
    ),
    (
        "fi",
        "Satamassa sattuneen onnettomuuden jälkeen neljä työntekijää vietiin sairaalaan. Poliisi "
        "tutkii yhtiötä, joka maanantaina kiisti syytteet ja odottaa selvityksen tulosta ennen "
        "kuin se jatkaa.",
    ),
    (
        "pl",
        "Po wypadku w porcie czterech robotników zostało przewiezionych do szpitala. Policja "
        "prowadzi śledztwo w sprawie firmy, która w poniedziałek odrzuciła zarzuty i czeka na "
        "wynik badania.",
    ),
    (
        "cs",
        "Po nehodě v přístavu byli čtyři dělníci převezeni do nemocnice. Policie vyšetřuje firmu,"
        " která v pondělí obvinění odmítla a čeká na výsledek posudku.",
    ),
    (
        "ro",
        "După accidentul din port, patru muncitori au fost duși la spital. Poliția cercetează "
        "firma, care luni a respins acuzațiile și așteaptă rezultatul anchetei.",
    ),
    (
        "hu",
        "A kikötőben történt baleset után négy munkást szállítottak kórházba. A rendőrség nyomoz "
        "a cég ellen, amely hétfőn visszautasította a vádakat, és várja a vizsgálat eredményét.",
    ),
    (
        "tr",
        "Limandaki kazadan sonra dört işçi hastaneye kaldırıldı. Polis, suçlamaları pazartesi "
        "günü reddeden ve raporun sonucunu bekleyen şirket hakkında soruşturma yürütüyor.",
    ),
    (
        "id",
        "Setelah kecelakaan di pelabuhan, empat pekerja dibawa ke rumah sakit. Polisi menyelidiki"
        " perusahaan yang pada hari Senin menolak tuduhan itu dan menunggu hasil pemeriksaan.",
    ),
    (
        "ru",
        "После аварии в порту четверо рабочих были доставлены в больницу. Полиция ведёт "
        "расследование в отношении компании, которая в понедельник отвергла обвинения и ждёт "
        "результатов проверки.",
    ),
    (
        "uk",
        "Після аварії в порту чотирьох робітників доставили до лікарні. Поліція розслідує справу "
        "компанії, яка в понеділок відкинула звинувачення й чекає на результати перевірки.",
    ),
    (
        "el",
        "Το δημοτικό συμβούλιο αποφάσισε στις 3 Μαΐου 2021 να κλείσει την παλιά γέφυρα του "
        "ποταμού, γιατί μετά την πλημμύρα δεν είναι πια ασφαλής. Η δήμαρχος είπε ότι τα έργα θα "
        "αρχίσουν το φθινόπωρο.",
    ),
    (
        "bg",
        "Общинският съвет реши на 3 май 2021 г. да затвори стария мост над реката, защото след "
        "наводнението той вече не е безопасен. Кметът каза, че работата трябва да започне през "
        "есента.",
    ),
    (
        "ar",
        "قرر مجلس المدينة في 3 مايو 2021 إغلاق الجسر القديم فوق النهر لأنه لم يعد آمنا بعد "
        "الفيضان. وقالت رئيسة البلدية إن العمل سيبدأ في الخريف إذا توفرت الأموال اللازمة لذلك.",
    ),
    (
        "fa",
        "شورای شهر در ۳ مه ۲۰۲۱ تصمیم گرفت پل قدیمی روی رودخانه را ببندد، زیرا پس از سیل دیگر امن"
        " نیست. شهردار گفت که کار در پاییز آغاز خواهد شد و پول آن هم آماده است.",
    ),
    (
        "he",
        "מועצת העיר החליטה ב-3 במאי 2021 לסגור את הגשר הישן מעל הנהר, כי אחרי השיטפון הוא כבר לא "
        "בטוח. ראשת העיר אמרה שהעבודות יתחילו בסתיו אם יהיה לכך תקציב, וכי התושבים יקבלו הודעה.",
    ),
    (
        "zh",
        "市议会于2021年5月3日决定关闭河上的旧桥，因为洪水过后它已经不再安全。市长说，工程将在秋天开始。港口发生事故后，四名工人被送往医院。警方正在调查该公司。",
    ),
    (
        "ja",
        "市議会は2021年5月3日、洪水の後で安全ではなくなったため、川にかかる古い橋を閉鎖することを決めた。市長は、工事は秋に始まると述べた。港での事故の後、四人の作業員が病院に運ばれた。",
    ),
    (
        "ko",
        "시의회는 2021년 5월 3일 홍수 이후 더 이상 안전하지 않은 강 위의 낡은 다리를 폐쇄하기로 결정했다. "
        "시장은 공사가 가을에 시작될 것이라고 말했다. "
        "항구에서 사고가 난 뒤 노동자 네 명이 병원으로 옮겨졌다.",
    ),
    (
        "hi",
        "नगर परिषद ने 3 मई 2021 को नदी पर बने पुराने पुल को बंद करने का निर्णय लिया क्योंकि बाढ़ "
        "के बाद वह अब सुरक्षित नहीं है। महापौर ने कहा कि काम शरद ऋतु में शुरू होगा।",
    ),
]

ENGLISH = [
    (
        "prose",
        "The city council decided on 3 May 2021 to close the old bridge over the river because it"
        " is no longer safe after the flood. The mayor said that work would begin in the autumn.",
    ),
    (
        "caps",
        "THE CITY COUNCIL DECIDED ON 3 MAY 2021 TO CLOSE THE OLD BRIDGE OVER THE RIVER BECAUSE IT"
        " IS NO LONGER SAFE AFTER THE FLOOD. THE MAYOR SAID WORK WOULD BEGIN IN THE AUTUMN.",
    ),
    (
        "table",
        "Date\tPort\tTons\tMaster\n"
        "3 May 2021\tSamos\t120\tPetrakis\n"
        "4 May 2021\tIzmir\t88\tYilmaz\n"
        "9 May 2021\tBari\t240\tRossi\n"
        "11 May 2021\tSplit\t54\tHorvat\n"
        "12 May 2021\tCadiz\t31\tGarcia\n"
        "15 May 2021\tBergen\t77\tHansen\n",
    ),
    (
        "code",
        "def main(argv):\n"
        "    parser = argparse.ArgumentParser()\n"
        "    parser.add_argument('--corpora', type=Path, required=True)\n"
        "    for row in rows:\n"
        "        if row is None: continue\n"
        "        print(row['id'], row['text'][:40], file=sys.stderr)\n"
        "    return 0\n"
        "class Foo(Bar):\n"
        "    x: int = 3\n"
        "    def __init__(self, de, la, el): self.x = de + la + el\n",
    ),
    (
        "names",
        "Maria Fernández García, José Luis de la Torre, Pedro de Oliveira, João da Silva, Jürgen "
        "von Hagen, Elise van der Meer, Giovanni della Casa, François de La Rochefoucauld, Ana de"
        " los Ríos, Luis el Hachmi, Sven af Klint, Carla di Stefano, Rosa dos Santos, Piet van "
        "den Berg",
    ),
    (
        "log",
        "2021-05-03 10:11:12 INFO server started port=8080\n"
        "2021-05-03 10:11:13 WARN disk 91% full /var/log\n"
        "2021-05-03 10:12:00 ERROR io timeout host=db1 retry=3\n"
        "2021-05-03 10:12:05 INFO connected host=db2\n",
    ),
    (
        "headlines",
        "Bridge closed after flood\n"
        "Mayor defends decision\n"
        "Four hurt in port accident\n"
        "Police question operator\n"
        "Council to vote Monday\n"
        "Strike enters third week\n"
        "Ferry sinks off Samos\n"
        "Minister resigns over report\n",
    ),
    (
        "no punctuation",
        "the council met on 3 may 2021 and they closed the bridge because of the flood and then "
        "the mayor said work starts in autumn and nobody knew who pays for it all",
    ),
    (
        "telegram",
        "ARRIVED SAFE STOP BRIDGE CLOSED STOP SEND MONEY BANK GENEVA STOP MEETING MINISTER "
        "TUESDAY STOP RETURN LISBON FRIDAY STOP REGARDS HENRI STOP",
    ),
    (
        "numbers",
        "120 44 3.5 88 2021-05-03 12 900 7 8 9 10 44 3.5 88 120 44 3.5 88 2021-05-03 12 900 7 8 9 10 44 3.5 88",
    ),
    (
        "legal",
        "Plaintiff v. Defendant, No. 21-cv-0413 (S.D.N.Y. May 3, 2021), habeas corpus ad "
        "subjiciendum, prima facie, inter alia, de novo, res judicata, ex parte, in re Rossi, "
        "amicus curiae, per curiam.",
    ),
    (
        "mixed mostly English",
        "The council closed the bridge on 3 May 2021 after the flood. The notice in the paper "
        "read: “La passerelle est fermée jusqu'à nouvel ordre par arrêté du maire.” Residents "
        "said they had not been told of it, and the mayor promised an inquiry.",
    ),
    (
        "recipe",
        "2 cups flour 1 tsp salt 3 eggs 200 ml milk olive oil pinto beans tortillas queso fresco "
        "salsa verde jalapeño cilantro 1 lime 2 avocados",
    ),
    (
        "old",
        "Ye olde towne was taken by the Kynges men in the yeare of our Lord 1485, and many a "
        "goode man was slayn thereat, as the chronicle telleth, and the bridge was brent and cast"
        " downe.",
    ),
]


@pytest.mark.parametrize(("language", "text"), OTHERS, ids=[case[0] for case in OTHERS])
def test_another_language_is_told(language: str, text: str) -> None:
    assert identify(text) == language
    assert language in LANGUAGES


@pytest.mark.parametrize("text", [case[1] for case in ENGLISH], ids=[case[0] for case in ENGLISH])
def test_what_is_no_other_language_is_english(text: str) -> None:
    assert identify(text) == "en"
    assert identify(text * 6) == "en"


def test_too_little_to_tell_by_is_english() -> None:
    assert identify("Der Stadtrat tagt heute.") == "en"
    assert identify("") == "en"


GERMAN = dict(OTHERS)["de"]
PROSE = dict(ENGLISH)["prose"]


@pytest.mark.parametrize(("german", "english", "language"), [(9, 1, "de"), (4, 6, "en"), (1, 9, "en")])
def test_a_mixed_text_is_what_most_of_it_is(german: int, english: int, language: str) -> None:
    assert identify(" ".join([GERMAN] * german + [PROSE] * english)) == language
    assert identify(" ".join([PROSE] * english + [GERMAN] * german)) == language


@pytest.mark.parametrize("text", ["x y " * 500_000, "x" * 2_000_000, ". " * 500_000], ids=["letters", "a word", "dots"])
def test_no_text_is_too_long(text: str) -> None:
    assert identify(text) == "en"


@pytest.mark.parametrize(("given", "language"), [("", "de"), ("und", "de"), ("en", "en"), ("fr-CA", "fr-CA")])
def test_a_language_that_is_given_is_kept(given: str, language: str) -> None:
    assert in_its_language(Document(id="a", text=GERMAN, language=given)).language == language


@pytest.mark.parametrize(
    ("tag", "english", "name"),
    [("en-GB", True, "English"), ("EN", True, "English"), ("de_AT", False, "German"), ("tlh", False, "tlh")],
)
def test_a_tag_in_words(tag: str, english: bool, name: str) -> None:
    assert (is_english(tag), language_name(tag)) == (english, name)
