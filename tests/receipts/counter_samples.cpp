// Sample papers of the counter.
#include "tests/receipts/samples.h"

namespace ardager::receipts::samples {

TicketSlip ticket_slip() {
    return {"A-014", acceptance().accepted_at, acceptance().service, 3, 15, acceptance().branch};
}

VisitSlip visit_slip() {
    return {acceptance().number,
            acceptance().accepted_at,
            acceptance().service,
            {refusal().missing[0]},
            acceptance().branch};
}

/// The longest of its kind: the fifth sub-type of placing on the military register.
Checklist checklist() {
    Checklist list;
    list.service = {"Әскери міндеттілер мен әскерге шақырылушыларды әскери есепке қою",
                    "Постановка на воинский учёт военнообязанных и призывников", ""};
    list.variant = {"бұрын әскери есепте тұрмаған ер азаматтар үшін",
                    "для граждан мужского пола, ранее не состоявших на воинском учёте", ""};
    list.term_days = 3;
    list.documents = {
        {"көрсетілетін қызметті алушы білімі туралы құжаттың (болса) электрондық көшірмесін өтінішке "
         "тіркейді",
         "услугополучатель прилагает к заявлению электронную копию документа об образовании (при наличии)",
         ""},
        {"көрсетілетін қызметті алушы осы Қағидаларға 40-қосымшаға сәйкес нысан бойынша азаматты медициналық "
         "куәландыру картасының электрондық көшірмесін өтінішке тіркейді",
         "услугополучатель прилагает к заявлению электронную копию карты медицинского освидетельствования",
         ""}};
    list.note = {"Мәліметті көрсетілетін қызметті беруші \"электрондық үкімет\" шлюзі арқылы алады",
                 "Сведения услугодатель получает через шлюз «электронного правительства»", ""};
    list.refusal_grounds = {
        {"құжаттардың дұрыс еместігін анықтау", "установление недостоверности документов", ""},
        {"талаптарға сәйкес келмеуі", "несоответствие требованиям", ""}};
    list.legal_reference = {"№ 28 бұйрық, 32-қосымша", "приказ № 28, приложение 32", ""};
    list.portal = "www.egov.kz";
    list.russian_is_translation = true;
    list.printed_at = acceptance().accepted_at;
    list.branch = acceptance().branch;
    return list;
}

MedicalCard medical_card() {
    return {acceptance().accepted_at};
}

}  // namespace ardager::receipts::samples
