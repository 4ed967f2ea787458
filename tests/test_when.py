"""Dates: a table of sentences of our own with every date marked, the seeds, and what no text may break."""

from __future__ import annotations

import re
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khabar.errors import PackError
from khabar.model import Issue, When
from khabar.tables import data_dir, read_tsv
from khabar.text import tokenize
from khabar.when import Calendar, counted_from, find, stands_in

WORDS = data_dir() / "lang" / "ar" / "words" / "when.tsv"
ARABIC = Calendar.load(WORDS)
TUESDAY = date(2020, 7, 14)
SEEDS = Path(__file__).parents[2] / "shared" / "seeds"


def dates(text: str, published: date | None = TUESDAY) -> tuple[list[When], list[Issue]]:
    return find(text, tokenize(text), ARABIC, published)


def show(found: list[When]) -> str:
    return "; ".join(f"{w.value}{'..' + w.end if w.end else ''} {w.basis}" for w in found)


# Each date of the sentence stands in ⟦ ⟧; then what is read there. Published on Tuesday 14 July 2020.
CASES = [
    # -- days counted from publication
    ("التقى الوزيران ⟦اليوم⟧ في جنيف", "2020-07-14 relative"),
    ("التقى الوزيران ⟦أمس⟧ في جنيف", "2020-07-13 relative"),
    ("وصل الوفد ⟦أول أمس⟧ إلى عدن", "2020-07-12 relative"),
    ("وصل الوفد ⟦أول من أمس⟧ إلى عدن", "2020-07-12 relative"),
    ("وصل الوفد ⟦أمس الأول⟧ إلى عدن", "2020-07-12 relative"),
    ("وصل الوفد ⟦يوم أمس الأول⟧ إلى عدن", "2020-07-12 relative"),
    ("⟦وأمس⟧ أعلنت الخارجية موقفها", "2020-07-13 relative"),
    ("غادر المبعوث ⟦بالأمس⟧ إلى مسقط", "2020-07-13 relative"),
    ("يعقد المجلس ⟦غدا⟧ جلسة طارئة", "2020-07-15 relative"),
    ("يعقد المجلس ⟦غداً⟧ جلسة طارئة", "2020-07-15 relative"),
    ("يعقد المجلس ⟦يوم غد⟧ جلسة طارئة", "2020-07-15 relative"),
    ("يعقد المجلس ⟦بعد غد⟧ جلسة طارئة", "2020-07-16 relative"),
    ("قصفت الطائرات الموقع ⟦الليلة الماضية⟧", "2020-07-13 relative"),
    ("انعقدت الجلسة ⟦صباح اليوم⟧ ثم رفعت", "2020-07-14 relative"),
    ("انعقدت الجلسة ⟦مساء أمس⟧ ثم رفعت", "2020-07-13 relative"),
    ("انعقدت الجلسة ⟦بعد ظهر أمس⟧ ثم رفعت", "2020-07-13 relative"),
    ("تستأنف المحادثات ⟦هذا المساء⟧ في مسقط", "2020-07-14 relative"),
    # -- weekdays
    ("بحث الوزيران ⟦اليوم الثلاثاء⟧ الملف", "2020-07-14 weekday"),
    ("بحث الوزيران، ⟦اليوم (الثلاثاء)⟧، الملف", "2020-07-14 weekday"),
    ("بحث الوزيران ⟦اليوم، الثلاثاء⟧، الملف", "2020-07-14 weekday"),
    ("بحث الوزيران ⟦أمس الاثنين⟧ الملف", "2020-07-13 weekday"),
    ("تجتمع اللجنة ⟦غدا الأربعاء⟧", "2020-07-15 weekday"),
    ("تجتمع اللجنة ⟦غد الأربعاء⟧", "2020-07-15 weekday"),
    ("استقبل الرئيس المصري ⟦اليوم⟧ وزير خارجية اليونان", "2020-07-14 relative"),
    ("اجتمعت اللجنة ⟦أول من أمس الأحد⟧", "2020-07-12 weekday"),
    ("قالت الوزارة ⟦الإثنين⟧ إن الاتصال جرى", "2020-07-13 weekday"),
    ("قالت الوزارة ⟦الثلاثاء⟧ إن الاتصال جرى", "2020-07-14 weekday"),
    ("قالت الوزارة ⟦الأربعاء⟧ إن الاتصال جرى", "2020-07-08 weekday"),
    ("قالت الوزارة ⟦الثلثاء⟧ إن الاتصال جرى", "2020-07-14 weekday"),
    ("⟦والاثنين⟧ أعلن المجلس قراره", "2020-07-13 weekday"),
    ("وقع الطرفان الاتفاق ⟦يوم الجمعة الماضي⟧", "2020-07-10 weekday"),
    ("وقع الطرفان الاتفاق ⟦الثلاثاء الماضي⟧", "2020-07-07 weekday"),
    ("وقع الطرفان الاتفاق ⟦مساء الجمعة قبل الماضي⟧", "2020-07-03 weekday"),
    ("يزور الرئيس أنقرة ⟦الخميس المقبل⟧", "2020-07-16 weekday"),
    ("يزور الرئيس أنقرة ⟦الثلاثاء القادم⟧", "2020-07-21 weekday"),
    ("انفجرت السيارة ⟦فجر السبت⟧ قرب المعبر", "2020-07-11 weekday"),
    ("دارت اشتباكات ⟦ليل الأحد الاثنين⟧", "2020-07-12..2020-07-13 weekday"),
    ("دارت اشتباكات ⟦ليل الأحد/الاثنين⟧", "2020-07-12..2020-07-13 weekday"),
    ("زار المبعوث صنعاء ⟦يومي السبت والأحد⟧", "2020-07-11..2020-07-12 weekday"),
    ("يزور المبعوث صنعاء ⟦يومي السبت والأحد المقبلين⟧", "2020-07-18..2020-07-19 weekday"),
    ("أجري الاستطلاع من ⟦الخميس إلى الأحد⟧", "2020-07-09..2020-07-12 weekday"),
    ("أجري الاستطلاع بين ⟦الخميس والأحد⟧", "2020-07-09..2020-07-12 weekday"),
    ("التقى به ⟦السبت⟧ ⟦والاثنين⟧ في مسقط", "2020-07-11 weekday; 2020-07-13 weekday"),
    ("من المقرر أن يجتمع الوزيران ⟦الخميس⟧", "2020-07-16 weekday"),
    ("كان من المقرر أن يجتمع الوزيران ⟦الخميس⟧", "2020-07-09 weekday"),
    ("تعود اللجنة ⟦الأحد من الأسبوع المقبل⟧", "2020-07-19 weekday"),
    # -- the date beside the weekday
    ("عقد اللقاء ⟦الاثنين 13 يوليو 2020⟧", "2020-07-13 text"),
    ("عقد اللقاء ⟦الاثنين، 13 يوليو⟧، في جنيف", "2020-07-13 relative"),
    ("عقد اللقاء ⟦يوم الاثنين الموافق 13 تموز⟧ في جنيف", "2020-07-13 relative"),
    ("عقد اللقاء ⟦13 يوليو (الاثنين)⟧ في جنيف", "2020-07-13 relative"),
    ("عقد اللقاء ⟦أمس 13 يوليو⟧ في جنيف", "2020-07-13 relative"),
    ("عقد اللقاء ⟦اليوم الثلاثاء 14 يوليو 2020⟧", "2020-07-14 text"),
    ("تجرى الانتخابات ⟦الثلاثاء 3 نوفمبر⟧", "2020-11-03 relative"),
    # -- absolute, every family of month names
    ("اندلعت الحرب في ⟦13 يوليو 2006⟧ على الحدود", "2006-07-13 text"),
    ("(وكالة - ⟦14 يوليو 2020ء⟧) بحث الوزير", "2020-07-14 text"),
    ("صدر في ⟦14 تموز 2019م⟧ قرار", "2019-07-14 text"),
    ("صدر في ⟦14 تموز/يوليو 2019⟧ قرار", "2019-07-14 text"),
    ("صدر في ⟦14 يوليو/تموز 2019⟧ قرار", "2019-07-14 text"),
    ("صدر في ⟦14 تموز/ يوليو 2019⟧ قرار", "2019-07-14 text"),
    ("صدر في ⟦14 يوليو (تموز) 2019⟧ قرار", "2019-07-14 text"),
    ("صدر في ⟦14 يوليو تموز 2019⟧ قرار", "2019-07-14 text"),
    ("صدر في ⟦14 تموز - يوليو 2019⟧ قرار", "2019-07-14 text"),
    ("صدر في ⟦5 كانون الثاني/يناير 2018⟧ قرار", "2018-01-05 text"),
    ("صدر في ⟦5 كانون أول 2018⟧ قرار", "2018-12-05 text"),
    ("صدر في ⟦5 تشرين الثاني 2018⟧ قرار", "2018-11-05 text"),
    ("صدر في ⟦5 آب 2018⟧ قرار", "2018-08-05 text"),
    ("صدر في ⟦9 شتنبر 2018⟧ بلاغ", "2018-09-09 text"),
    ("صدر في ⟦غشت 2018⟧ بلاغ", "2018-08 text"),
    ("صدر في ⟦20 يوليوز 2018⟧ بلاغ", "2018-07-20 text"),
    ("صدر في ⟦5 جويلية 2018⟧ بلاغ", "2018-07-05 text"),
    ("صدر في ⟦20 أوت 2018⟧ بلاغ", "2018-08-20 text"),
    ("صدر في ⟦8 ماي 2018⟧ بلاغ", "2018-05-08 text"),
    ("صدر في ⟦3 فيفري 2018⟧ بلاغ", "2018-02-03 text"),
    ("صدر في ⟦٣ يونيه ٢٠١٨⟧ بيان", "2018-06-03 text"),
    ("صدر ⟦يوم 3 يونيو من عام 2018⟧ بيان", "2018-06-03 text"),
    ("صدر في ⟦الثالث عشر من يوليو 2018⟧ بيان", "2018-07-13 text"),
    ("صدر في ⟦الأول من أيار 2018⟧ بيان", "2018-05-01 text"),
    ("صدر في ⟦السابع والعشرين من شهر أبريل 2018⟧ بيان", "2018-04-27 text"),
    ("صدر في ⟦الحادي والثلاثين من كانون الأول 2018⟧ بيان", "2018-12-31 text"),
    ("صدر في ⟦الـ15 من يوليو 2018⟧ بيان", "2018-07-15 text"),
    ("صدر ⟦13يوليو2018⟧ بيان", "2018-07-13 text"),
    ("صدر ⟦13-يوليو-2018⟧ بيان", "2018-07-13 text"),
    ("بلغ ذروته ⟦بيوليو 2018⟧ ثم هدأ", "2018-07 text"),
    ("بلغ ذروته في ⟦مايو 2019⟧ ثم هدأ", "2019-05 text"),
    ("بلغ ذروته في ⟦شهر آذار من العام 2011⟧ ثم هدأ", "2011-03 text"),
    ("بلغ ذروته في ⟦مارس 2011⟧ ثم هدأ", "2011-03 text"),
    # -- figures
    ("صدر بتاريخ ⟦14/7/2020⟧ بيان", "2020-07-14 text"),
    ("صدر بتاريخ ⟦2020-07-14⟧ بيان", "2020-07-14 text"),
    ("صدر بتاريخ ⟦14.7.2020⟧ بيان", "2020-07-14 text"),
    ("صدر بتاريخ ⟦٣/٥/٢٠٢٠⟧ بيان", "2020-05-03 text"),
    ("صدر بتاريخ ⟦10/02/2019⟧ بيان", "2019-02-10 text"),
    ("صدر بتاريخ ⟦02/22/2019⟧ بيان", "2019-02-22 text"),
    ("صدر ⟦يوم 13/7⟧ بيان", "2020-07-13 relative"),
    # -- years
    ("يستمر النزاع منذ ⟦العام 2011⟧ بلا حل", "2011 text"),
    ("يستمر النزاع منذ ⟦2011⟧ بلا حل", "2011 text"),
    ("انتخب في ⟦2016⟧ رئيسا", "2016 text"),
    ("انتخب ⟦عام2014⟧ رئيسا", "2014 text"),
    ("القرار 2510 ⟦لعام 2020⟧ بشأن ليبيا", "2020 text"),
    ("خطة ⟦لسنة 2021⟧ أقرت", "2021 text"),
    ("⟦عام 1979م⟧ تغير النظام", "1979 text"),
    ("حكم بين ⟦عامي 2011 و2015⟧ البلاد", "2011..2015 text"),
    ("حكم من ⟦2011 إلى 2015⟧ البلاد", "2011..2015 text"),
    ("حكم من ⟦عام 2011 وحتى عام 2015⟧ البلاد", "2011..2015 text"),
    ("الرئيس السابق (⟦2011 - 2015⟧) توفي", "2011..2015 text"),
    ("شهد ⟦عاما 2013 و2014⟧ معارك", "2013..2014 text"),
    ("جرت الانتخابات في ⟦عامي 2010⟧ و⟦2014⟧ بهدوء", "2010 text; 2014 text"),
    ("في ⟦العام المالي 2020⟧ انخفض الدعم", "2020 text"),
    # -- no year said
    ("أعلن في ⟦13 تموز⟧ أن اللقاء تم", "2020-07-13 relative"),
    ("تنتهي المهلة في ⟦3 سبتمبر⟧ بحسب البيان", "2020-09-03 relative"),
    ("وقع الاتفاق في ⟦20 ديسمبر⟧ بعد خلاف", "2019-12-20 relative"),
    ("من المقرر عقد القمة في ⟦20 ديسمبر⟧ بباريس", "2020-12-20 relative"),
    ("طرح الفكرة في ⟦حزيران/يونيو الماضي⟧ أول مرة", "2020-06 relative"),
    ("طرح الفكرة في ⟦يوليو الماضي⟧ أول مرة", "2019-07 relative"),
    ("طرح الفكرة في ⟦مارس⟧ أول مرة", "2020-03 relative"),
    ("تعقد القمة في ⟦يناير المقبل⟧", "2021-01 relative"),
    ("تعقد القمة في ⟦25 من الشهر الجاري⟧", "2020-07-25 relative"),
    ("عقدت القمة في ⟦الخامس من الشهر الماضي⟧", "2020-06-05 relative"),
    ("عقدت القمة ⟦يوم 9 الجاري⟧ في الرياض", "2020-07-09 relative"),
    ("اندلعت في ⟦مايو من العام الماضي⟧ احتجاجات", "2019-05 relative"),
    ("اندلعت في ⟦13 مايو من العام نفسه⟧ احتجاجات", "XXXX-05-13 text"),
    # -- ranges of days and months
    ("زار بغداد بين ⟦3 و5 مايو 2021⟧", "2021-05-03..2021-05-05 text"),
    ("زار بغداد من ⟦3 إلى 5 مايو 2021⟧", "2021-05-03..2021-05-05 text"),
    ("زار بغداد ⟦3-5 مايو 2021⟧", "2021-05-03..2021-05-05 text"),
    ("زار بغداد في ⟦3 و4 مايو 2021⟧", "2021-05-03..2021-05-04 text"),
    ("زار بغداد في ⟦الـ 13 والـ 14 من تموز الجاري⟧", "2020-07-13..2020-07-14 relative"),
    ("زار بغداد في ⟦3⟧ و⟦9 مايو 2021⟧", "2021-05-03 text; 2021-05-09 text"),
    ("تسري الهدنة من ⟦28 ديسمبر إلى 3 يناير 2020⟧", "2019-12-28..2020-01-03 text"),
    ("تسري الهدنة من ⟦3 مايو 2019 حتى 5 يونيو 2020⟧", "2019-05-03..2020-06-05 text"),
    ("تراجع القتال بين ⟦يناير ومارس 2019⟧", "2019-01..2019-03 text"),
    ("تراجع القتال في ⟦شهري أبريل ومايو⟧ بوضوح", "2020-04..2020-05 relative"),
    # -- relative stretches
    ("اتفقا ⟦العام الماضي⟧ على الهدنة", "2019 relative"),
    ("اتفقا ⟦العام قبل الماضي⟧ على الهدنة", "2018 relative"),
    ("يزورها ⟦العام المقبل⟧ وفد", "2021 relative"),
    ("زارها ⟦هذا العام⟧ وفدان", "2020 relative"),
    ("زارها ⟦الشهر الماضي⟧ وفد", "2020-06 relative"),
    ("يزورها ⟦الشهر المقبل⟧ وفد", "2020-08 relative"),
    ("زارها ⟦الأسبوع الماضي⟧ وفد", "2020-07-04..2020-07-10 relative"),
    ("يزورها ⟦الأسبوع المقبل⟧ وفد", "2020-07-18..2020-07-24 relative"),
    ("قتل المسعف ⟦قبل ثلاثة أيام⟧ في غارة", "2020-07-11 relative"),
    ("قتل المسعف ⟦قبل يومين⟧ في غارة", "2020-07-12 relative"),
    ("قتل المسعف ⟦قبل 3 أيام⟧ في غارة", "2020-07-11 relative"),
    ("قطعت العلاقات ⟦قبل نحو عام⟧ بين البلدين", "2019 relative"),
    ("قطعت العلاقات ⟦قبل ستة أشهر⟧ بين البلدين", "2020-01 relative"),
    ("قطعت العلاقات ⟦منذ 5 سنوات⟧ بين البلدين", "2015 relative"),
    ("توقفت المحادثات ⟦قبل أسبوع⟧ في مسقط", "2020-07-04..2020-07-10 relative"),
    ("تستأنف ⟦بعد شهرين من الآن⟧ الرحلات", "2020-09 relative"),
    ("نزح الآلاف خلال ⟦الستة أشهر الماضية⟧ وحدها", "2020-01..2020-07 relative"),
    ("قتل عشرة خلال ⟦الأيام الثلاثة الماضية⟧ في الغارات", "2020-07-11..2020-07-14 relative"),
    ("زار البلد مرتين في ⟦العامين الماضيين⟧ فقط", "2018..2020 relative"),
    # -- parts
    ("وفي ⟦نهاية عام 2017⟧ أعلن النصر", "2017-10..2017-12 text"),
    ("وفي ⟦مطلع 2018⟧ أعلن النصر", "2018-01..2018-03 text"),
    ("وفي ⟦منتصف العام الماضي⟧ أعلن النصر", "2019-05..2019-08 relative"),
    ("منذ ⟦مطلع العام⟧ تراجع القتال", "2020-01..2020-03 relative"),
    ("قبل ⟦نهاية الشهر الجاري⟧ يجتمعان", "2020-07-21..2020-07-31 relative"),
    ("في ⟦أوائل شباط 2020⟧ اجتمعا", "2020-02-01..2020-02-10 text"),
    ("في ⟦نهاية مارس⟧ اجتمعا", "2020-03-21..2020-03-31 relative"),
    ("في ⟦منتصف شعبان⟧ اجتمعا", "2020-04-04..2020-04-13 relative"),
    ("في ⟦أواخر شباط 2020⟧ اجتمعا", "2020-02-21..2020-02-29 text"),
    ("في ⟦صيف 2019⟧ بدأت المحادثات", "2019-06..2019-08 text"),
    ("في ⟦شتاء 2018-2019⟧ بدأت المحادثات", "2018-12..2019-02 text"),
    ("في ⟦شتاء 2019⟧ بدأت المحادثات", "2019 text"),
    ("في ⟦الصيف الماضي⟧ بدأت المحادثات", "2019-06..2019-08 relative"),
    ("خلال ⟦الربع الأول من عام 2020⟧ نزح الآلاف", "2020-01..2020-03 text"),
    ("خلال ⟦النصف الثاني من العام الماضي⟧ نزح الآلاف", "2019-07..2019-12 relative"),
    ("في ⟦تسعينيات القرن الماضي⟧ حكم العسكر", "1990..1999 text"),
    ("في ⟦مطلع الثمانينيات⟧ حكم العسكر", "1980..1983 text"),
    # -- Hijri
    ("صدر في ⟦22 ذو القعدة 1441 هـ⟧ مرسوم", "2020-07-13 text"),
    ("صدر في ⟦22/11/1441هـ⟧ مرسوم", "2020-07-13 text"),
    ("صدر في ⟦22 ذي القعدة 1441 الموافق 13 يوليو 2020⟧ مرسوم", "2020-07-13 text"),
    ("صدر في ⟦22/11/1441هـ (13/7/2020م)⟧ مرسوم", "2020-07-13 text"),
    ("صدر في ⟦رمضان 1441⟧ مرسوم", "2020-04-24..2020-05-23 text"),
    ("صدر في ⟦الثاني من صفر⟧ مرسوم", "2019-10-01 relative"),
    ("سجل في موسم ⟦1440/1441هـ⟧ آلاف", "2018-09-11..2020-08-19 text"),
    ("يعقد ⟦الأحد الموافق للخامس من ذي الحجة المقبل⟧ لقاء", "2020-07-26 relative"),
    ("سجل ⟦للعام الدراسي 1440/1441هـ⟧ آلاف", "2018-09-11..2020-08-19 text"),
    ("يعقد من ⟦4-5/11/1441هـ⟧ لقاء", "2020-06-25..2020-06-26 text"),
    ("صدر في ⟦عام 1441هـ⟧ مرسوم", "2019-08-31..2020-08-19 text"),
    ("صدر في ⟦شهر رمضان الماضي⟧ مرسوم", "2020-04-24..2020-05-23 relative"),
    ("صدر في ⟦العاشر من رمضان⟧ مرسوم", "2020-05-03 relative"),
    ("تسري الهدنة في ⟦آب⟧ بحسب البيان", "2020-08 relative"),
    ("تسري الهدنة منذ ⟦آب⟧ بحسب البيان", "2019-08 relative"),
    ("تسري الهدنة منذ ⟦نهاية آب⟧ بحسب البيان", "2019-08-21..2019-08-31 relative"),
    # -- what stands beside a date that is none
    ("أعلنت روسيا ⟦اليوم الثلاثاء⟧ عن مقتل", "2020-07-14 weekday"),
    ("قال رجب طيب أردوغان ⟦اليوم⟧ إن بلاده", "2020-07-14 relative"),
    ("اجتمع الأمين العام للأمم المتحدة ⟦العام الماضي⟧ بهم", "2019 relative"),
    ("بعد هجمات 11 سبتمبر وبعد هجمات ⟦13 نوفمبر⟧", "2019-11-13 relative"),
]

# Not one date in these, whenever they were published.
NONE = [
    "أقرها قرار مجلس الأمن رقم 2510 بالإجماع",
    "القرار 2510 ملزم",
    "صوت 2014 نائبا ضد القرار",
    "ارتفع السعر إلى 2019 دولارا",
    "فاز الفريق 3-1 على ضيفه",
    "فاز الفريق 2-صفر ثم 3 - صفر ثم 1 صفر على ضيفه",
    "اتصل على الرقم 0112015 أو 2020-555-1999",
    "بنسبة 20.15 في المئة",
    "عدد القتلى 15 والجرحى 30",
    "في 2000 قرية محاصرة",
    "من 1950 إلى 2000 مقاتل",
    "رؤية 2030 وكأس العالم 2022",
    "مارس الوفد ضغوطا على الحكومة",
    "رجب طيب أردوغان ورمضان قديروف",
    "زار أب وابنه المخيم",
    "قصفت الطائرات مواقع في إب وفي ذمار",
    "قالت تيريزا ماي إن بلادها ستغادر",
    "الأمين العام الحالي والمدير العام المقبل",
    "الرأي العام الجاري قياسه",
    "اليوم العالمي للاجئين واليوم الأول من المفاوضات",
    "مليون برميل في اليوم",
    "ذلك اليوم وفي اليوم التالي",
    "ذكرت قناة روسيا اليوم وصحيفة المصري اليوم",
    "قال مصدر لـ«المصري اليوم» إن الوفد غادر",
    "قوى 14 آذار وقوى 8 آذار",
    "ثورة 25 يناير و30 يونيو",
    "بعد هجمات 11 سبتمبر",
    "سوق الأحد وصلاة الجمعة",
    "كل جمعة وكل يوم خميس",
    "الخميس من كل أسبوع",
    "في 13 يوليو من كل عام",
    "مهلة خلال 48 ساعة",
    "لمدة ثلاثة أيام وعلى مدى أسبوعين",
    "منذ أيام وقبل سنوات وقبل ساعات",
    "قبل ثلاثة أيام من الانتخابات",
    "قبل 15 عاما على إعلان الاستقلال",
    "بعد يومين من الانفجار",
    "رجل في الستينيات من عمره",
    "الربيع العربي وفصل الشتاء",
    "لامس السعر أدنى مستوى",
    "صيام ست من شوال",
    "عام 1250 قبل الميلاد",
    "أحد الوزراء وخميس مشيط",
    "في العام نفسه وفي الشهر ذاته",
    "في وقت سابق وفي الوقت الراهن",
    "31/02/2020 و45/13/2019",
    "الكانون والعام والشهر",
    "",
]


def unmark(marked: str) -> tuple[str, list[str]]:
    return re.sub("[⟦⟧]", "", marked), re.findall("⟦([^⟧]*)⟧", marked)


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_dates_of_a_sentence(marked: str, expected: str) -> None:
    text, spans = unmark(marked)
    found, _ = dates(text)
    assert show(found) == expected
    assert [w.span.of(text) for w in found if w.span] == spans


@pytest.mark.parametrize("text", NONE)
@pytest.mark.parametrize("published", [None, TUESDAY])
def test_what_is_no_date(text: str, published: date | None) -> None:
    assert show(dates(text, published)[0]) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("التقيا في حزيران/ يونيو بجنيف", "XXXX-06 text"),
        ("التقيا في 3 حزيران بجنيف", "XXXX-06-03 text"),
        ("التقيا بين 3 و5 حزيران بجنيف", "XXXX-06-03..XXXX-06-05 text"),
        ("التقيا في نهاية حزيران بجنيف", "XXXX-06-21..XXXX-06-30 text"),
        ("التقيا في حزيران الماضي بجنيف", "XXXX-06 text"),
        ("التقيا الاثنين 3 حزيران بجنيف", "XXXX-06-03 text"),
        ("التقيا اليوم 3 حزيران بجنيف", "XXXX-06-03 text"),
        ("التقيا في 3 حزيران 2019 بجنيف", "2019-06-03 text"),
        ("التقيا اليوم الاثنين وأمس والعام الماضي وقبل يومين وفي 10 رمضان", ""),
        ("في 10 رمضان 1441 هجرية", "2020-05-03 text"),
    ],
)
def test_without_publication_date(text: str, expected: str) -> None:
    assert show(dates(text, None)[0]) == expected


@pytest.mark.parametrize(
    ("text", "expected", "code"),
    [
        ("بحث الوزيران، اليوم الإثنين، الملف", "2020-07-13 weekday", "dateline-weekday-mismatch"),
        ("بحث الوزيران أمس الأحد الملف", "2020-07-12 weekday", "dateline-weekday-mismatch"),
        ("بحث الوزيران اليوم الأربعاء الملف", "2020-07-15 weekday", "dateline-weekday-mismatch"),
        ("بحث الوزيران اليوم الخميس الملف", "2020-07-09 weekday", "dateline-weekday-mismatch"),
        ("بحث الوزيران اليوم الثلاثاء الملف", "2020-07-14 weekday", None),
        ("عقد الأربعاء 14 يوليو 2020 لقاء", "2020-07-14 text", "weekday-date-mismatch"),
        ("عقد الثلاثاء 14 يوليو 2020 لقاء", "2020-07-14 text", None),
        # the table puts 22 Dhu al-Qa'da on a Monday; where the moon was seen a day later it was a Tuesday
        ("عقد الثلاثاء 22 ذو القعدة 1441 لقاء", "2020-07-14 text", None),
    ],
)
def test_weekdays_that_do_not_agree(text: str, expected: str, code: str | None) -> None:
    found, issues = dates(text)
    assert show(found) == expected
    assert [issue.code for issue in issues] == ([code] if code else [])
    assert all(issue.span and issue.span == found[0].span for issue in issues)


@pytest.mark.parametrize(("published", "expected"), [(None, "02-10"), (date(2023, 2, 11), "02-10"), (date(2023, 10, 2), "10-02")])
def test_day_or_month_first(published: date | None, expected: str) -> None:
    assert show(dates("صدر في 10/02/2023 بيان", published)[0]) == f"2023-{expected} text"


def test_a_date_ends_with_its_line() -> None:
    assert show(dates("نشر في 14\nيوليو 2019\nاليوم\nالاثنين")[0]) == "2019-07 text; 2020-07-14 relative; 2020-07-13 weekday"


@pytest.mark.parametrize(
    ("name", "published", "expected"),
    [
        ("000", TUESDAY, "2020-07-14 text; 2020-07-13 weekday; 2020-07-13 weekday; 2020-06 relative"),
        ("001", None, "XXXX-06 text; 2011 text; 2017-10..2017-12 text"),
    ],
)
@pytest.mark.skipif(not SEEDS.is_dir(), reason=f"the seed reports are not at {SEEDS}")
def test_seeds(name: str, published: date | None, expected: str) -> None:
    (path,) = SEEDS.glob(f"{name}_*.txt")
    found, issues = dates(path.read_text("utf-8"), published)
    assert show(found) == expected
    assert {issue.code for issue in issues} == ({"dateline-weekday-mismatch"} if published else set())


WORD = st.sampled_from(sorted({form for text, _ in CASES for form in re.findall(r"\w+|[^\w\s⟦⟧]", text)}))
NUMBER = st.one_of(st.integers(0, 40).map(str), st.integers(1300, 2100).map(str), st.integers(0, 10**9).map(str))
PIECES = st.lists(st.one_of(WORD, WORD, NUMBER, st.sampled_from([" ", "\n", "/", "-", "(", ")", "،", "و", "ال"])), max_size=40)
DAYS = st.one_of(st.none(), st.dates(date(1, 1, 1), date(9999, 12, 31)), st.dates(date(1950, 1, 1), date(2060, 1, 1)))


@settings(max_examples=400, deadline=None)
@given(st.one_of(PIECES.map(" ".join), PIECES.map("".join), st.text(max_size=80)), DAYS)
def test_any_text_gives_ordered_spans_and_real_dates(text: str, published: date | None) -> None:
    found, issues = dates(text, published)
    last = 0
    for when in found:
        assert when.span is not None
        assert last <= when.span.start < when.span.stop <= len(text)
        last = when.span.stop
        assert when.basis in ("text", "weekday", "relative")
        assert published or when.basis == "text"
        for value in filter(None, (when.value, when.end)):
            assert re.fullmatch(r"(\d{4}|XXXX-\d\d)(-\d\d){0,2}", value)
            date.fromisoformat((value.replace("XXXX", "2000") + "-01-01")[:10])
        if when.end:
            assert len(when.end) == len(when.value)
            assert when.value.startswith("XXXX") or when.value <= when.end
    assert all(issue.span and issue.span.stop <= len(text) for issue in issues)


@pytest.mark.parametrize(
    "piece",
    [
        "التقى الوزيران اليوم الإثنين 13 يوليو و14 و15 من 2011 إلى 2015 قوى 14 آذار ",
        "مساء ",
        "السبت والاثنين و",
        "يوليو ",
        "3 و",
        "2011 و",
        "من ",
        "رجب ",
    ],
)
def test_a_long_line_takes_linear_time(piece: str) -> None:
    """100,000 tokens on one line: what is quadratic needs hours for that."""
    text = piece * (100_000 // len(tokenize(piece)))
    tokens = tokenize(text)
    begin = time.perf_counter()
    find(text, tokens, ARABIC, TUESDAY)
    assert time.perf_counter() - begin < 20


@pytest.mark.parametrize(
    ("rows", "what"),
    [("يوليو\tmonths\t7", "kind unknown"), ("يوليو\tmonth\t13", "not one of"), ("\tmonth\t7", "no form")],
)
def test_a_word_file_is_checked(tmp_path: Path, rows: str, what: str) -> None:
    path = tmp_path / "when.tsv"
    path.write_text("form\tkind\tvalue\n" + rows, "utf-8")
    with pytest.raises(PackError, match=rf"when\.tsv:2.*{what}"):
        Calendar.load(path)


def test_every_kind_of_word_is_explained() -> None:
    """A kind used in the words has its line in the linguist's page."""
    page = (Path(__file__).parents[1] / "docs" / "when.md").read_text("utf-8")
    kinds = {row["kind"] for _, row in read_tsv(WORDS, ("form", "kind", "value"), ("note",))}
    assert [kind for kind in sorted(kinds) if f"`{kind}`" not in page] == []


def test_a_week_counts_from_the_language_s_first_day() -> None:
    found, _ = dates("الأسبوع الماضي")
    assert date.fromisoformat(found[0].value).isoweekday() == ARABIC.week_start == 6
    assert date.fromisoformat(str(found[0].end)) - date.fromisoformat(found[0].value) == timedelta(6)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("اقتحمت القوات القرية فجر الخميس 18 أغسطس 2022. واستدعت الوزارة السفير", "2022-08-18"),
        ("أعلنت الوزارة أمس الخميس (18 أغسطس 2022) طرد السفير", "2022-08-19"),
        ("وقع البلدان في 3 مايو 2019 اتفاقا", None),  # it may be the day, or long before it
        ("أعلنت الوزارة، اليوم الثلاثاء، طرد السفير", "9000-01-07"),
        ("طردت الوزارة أمس (الأربعاء) السفير", "9000-01-09"),
        ("طردت الوزارة السفير السبت. وتسري الهدنة منذ 3 مايو 2019", "9000-01-11"),
        ("طردت الوزارة السفير", "9000-01-06"),
    ],
)
def test_a_report_of_no_day_has_days_that_can_be_compared(text: str, day: str | None) -> None:
    tokens = tokenize(text)
    counted = counted_from(text, tokens, ARABIC, len(tokens))
    assert (counted.isoformat() if counted else None) == day


def test_what_was_counted_from_a_stand_in_is_known_as_such() -> None:
    text = "طردت الوزارة السفير السبت، بعد شهر من 3 مايو، وكانت قد استدعته الشهر الماضي، كما في عام 2019"
    found = find(text, tokenize(text), ARABIC, counted_from(text, tokenize(text), ARABIC, 0))[0]
    assert [(w.value, stands_in(w.value)) for w in found] == [("9000-01-11", True), ("XXXX-05-03", False), ("8999-12", True), ("2019", False)]
