/*
 * Dates that stand for longer periods: a table of months, quarters or years may have
 * the first day of each.
 */
#include "core/base/translate.h"
#include "core/load/table_reader.h"

#include <string.h>

/* The months of "2024-07-01"; 0 where it is another day. */
static int first_of_month(struct period period)
{
    char text[PERIOD_SHOWN_MAX];

    period_show(text, period);
    if (strcmp(text + 8, "01") != 0)
        return 0;
    return 10 * (text[5] - '0') + (text[6] - '0');
}

static bool use(struct dataset *dataset, enum frequency frequency)
{
    static const char parts[][4] = {"", "-Q1", "-Q2", "-Q3", "-Q4"};

    for (uint32_t i = 0; i < dataset->period_count; i++) {
        char text[PERIOD_SHOWN_MAX];
        int month = first_of_month(dataset->periods[i]);
        period_show(text, dataset->periods[i]);
        text[frequency == FREQUENCY_MONTH ? 7 : 4] = '\0';
        if (frequency == FREQUENCY_QUARTER)
            memcpy(text + 4, parts[(month + 2) / 3], sizeof(parts[0]));
        if (!period_read(text, strlen(text), &dataset->periods[i]))
            return false;
    }
    return true;
}

void table_settle_dates(struct table_reader *reader)
{
    struct dataset *dataset = reader->dataset;
    enum { MONTHS_OF_QUARTERS = 1 << 1 | 1 << 4 | 1 << 7 | 1 << 10 };
    unsigned months = 0;
    enum frequency frequency = FREQUENCY_MONTH;

    for (uint32_t i = 0; i < dataset->period_count; i++) {
        int month = dataset->periods[i].frequency == FREQUENCY_DAY
                        ? first_of_month(dataset->periods[i])
                        : 0;
        if (!month)
            return;
        months |= 1u << month;
    }
    if (dataset->period_count < 2)
        return;
    if (months == 1 << 1)
        frequency = FREQUENCY_YEAR;
    else if (!(months & ~(unsigned)MONTHS_OF_QUARTERS) && dataset->period_count > 2)
        frequency = FREQUENCY_QUARTER;
    use(dataset, frequency);
    diag_note(
        reader->diags, (struct source_pos){.file = reader->name},
        frequency == FREQUENCY_YEAR
            ? N_("every date is the first of a year: they are read as years")
        : frequency == FREQUENCY_QUARTER
            ? N_("every date is the first of a quarter: they are read as quarters")
            : N_("every date is the first of a month: they are read as months"));
}
