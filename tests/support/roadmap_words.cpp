#include "tests/support/roadmap_words.hpp"

#include "core/layout/roadmap_words.hpp"

namespace vekha::test {

RoadmapWords russian_words() {
    RoadmapWords w;
    w.month_long = {"январь", "февраль", "март",     "апрель",  "май",    "июнь",
                    "июль",   "август",  "сентябрь", "октябрь", "ноябрь", "декабрь"};
    w.month_short = {"янв", "фев", "мар", "апр", "май", "июн",
                     "июл", "авг", "сен", "окт", "ноя", "дек"};
    w.month_of = {"января", "февраля", "марта",    "апреля",  "мая",    "июня",
                  "июля",   "августа", "сентября", "октября", "ноября", "декабря"};
    w.spoken_date = "{d} {monthOf} {yyyy}";
    w.weekday_short = {"пн", "вт", "ср", "чт", "пт", "сб", "вс"};
    w.month_year = "{month} {year}";
    w.quarter = "{roman} квартал";
    w.quarter_short = "{roman} кв.";
    w.half = "{roman} полугодие";
    w.half_short = "{roman} п/г";
    w.week = "{from}–{to}";
    w.column_names = {"№", "Мероприятие", "Ответственный", "Срок", "Состояние"};
    w.time_column_name = "Сроки на шкале времени";
    w.state_names = {"Запланировано", "Идет срок",    "В работе",   "Скоро срок", "Просрочено",
                     "Выполнено",     "Не выполнено", "Перенесено", "Отменено"};
    w.state_percent = "{state} {percent} %";
    w.late_by = "на {n} дн.";
    w.by_hand = "вручную";
    w.more_parties = "+{n}";
    w.heading_count = "{count}";
    w.heading_found = "показано {count} из {all}";
    w.state_bar_name = "Полоса: {spans}, мероприятий: {progress}";
    w.section_progress = "{done} из {total}";
    w.zone_names = {"зона не определена", "зеленая зона", "желтая зона", "красная зона"};
    w.group_choice = "Группы: {grouping}";
    w.group_by = {"по разделам", "по ответственным", "по состоянию",
                  "по месяцам",  "по кварталам",     "по учебным годам",
                  "по школам",   "по меткам",        "без групп"};
    w.without_names = {"",         "Никто не назван", "",          "Без даты", "Без даты",
                       "Без даты", "Без школ",        "Без меток", ""};
    w.quarter_year = "{roman} квартал {year}";
    w.school_year = "{from}/{to} учебный год";
    w.shared_name = "групп: {n}";
    w.sort_choice = "Порядок: {order}";
    w.plan_order = "как в плане";
    w.column_choice = "Столбцы";
    w.view_choice = "Виды";
    w.named_view_choice = "Вид: {name}";
    w.ascending = "{column} ↑";
    w.descending = "{column} ↓";
    w.sort_name = "Упорядочить: {column}";
    w.unscheduled = "без срока";
    w.relative = "от события";
    w.no_measures = "нет мероприятий";
    w.nothing_found = "ничего не найдено";
    w.as_of_label = "на {date}";
    w.today_label = "сегодня";
    w.grid_name = "Дорожная карта";
    w.fold_name = "Свернуть: {title}";
    w.unfold_name = "Развернуть: {title}";
    w.review_name = "Проверить срок: {title}";
    w.column_edge_name = "Ширина столбца: {column}";
    w.split_name = "Граница таблицы";
    w.bar_name = "Полоса: {spans}, {state}";
    w.section_bar_name = "Сводка: {spans}, {progress}, {zone}";
    w.occurrence_name = "Отметить срок: {spans}";
    w.bar_before_name = "Раньше видимых дат: {spans}";
    w.bar_after_name = "Позже видимых дат: {spans}";
    w.span_day = "{from}";
    w.span_range = "{from} – {to}";
    w.span_until = "до {to}";
    w.span_since = "с {from}";
    w.list_separator = ", ";
    return w;
}

} // namespace vekha::test
