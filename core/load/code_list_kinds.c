#include "core/load/code_list_kinds.h"

#include "core/base/translate.h"
#include "core/load/code_lists.h"

enum { LIST_COLUMNS_MAX = 8, BARE_COLUMNS_MAX = 3 };

/* Which dimensions a list is for; without any, whichever its codes are of. */
static const char *const of_partners[CODE_LIST_OF] = {"partner", "partner2",
                                                      "reporter"};
static const char *const of_products[CODE_LIST_OF] = {"product"};
static const char *const of_states[CODE_LIST_OF] = {"state"};
static const char *const of_towns[CODE_LIST_OF] = {"municipality"};
static const char *const of_transport[CODE_LIST_OF] = {"transport"};
static const char *const of_ports[CODE_LIST_OF] = {"port"};
static const char *const of_any[CODE_LIST_OF] = {NULL};

static const struct code_list_kind kinds[] = {
    {{"partnercodeisoalpha3"},
     N_("UN Comtrade's list of partners"),
     "id",
     "partnercodeisoalpha3",
     "text",
     of_partners,
     NULL},
    {{"reportercodeisoalpha3"},
     N_("UN Comtrade's list of reporters"),
     "id",
     "reportercodeisoalpha3",
     "text",
     of_partners,
     NULL},
    {{"hscode", "description", "parent"},
     N_("a list of products and their codes"),
     "hscode",
     NULL,
     "description",
     of_products,
     NULL},
    {{"dataitem", "description"},
     N_("UN Comtrade's list of the columns of its data"),
     NULL,
     NULL,
     NULL,
     of_any,
     NULL},
    {{"codelist", "code", "name"},
     N_("a list of SDMX codes"),
     "code",
     NULL,
     "name",
     of_any,
     "codelist"},
    {{"countrycode", "countryname", "countryiso3"},
     N_("CEPII BACI's list of countries"),
     "countrycode",
     "countryiso3",
     "countryname",
     of_partners,
     NULL},
    {{"copais", "copaisisoa3", "nopaising"},
     N_("Comex Stat's list of countries"),
     "copais",
     NULL,
     "nopaising",
     of_partners,
     NULL},
    {{"concm", "cosh6", "noncming"},
     N_("Comex Stat's list of products"),
     "concm",
     NULL,
     "noncming",
     of_products,
     NULL},
    {{"cosh4", "nosh4ing", "cosh6"},
     N_("Comex Stat's list of headings of products"),
     "cosh4",
     NULL,
     "nosh4ing",
     of_products,
     NULL},
    {{"comungeo", "nomun", "sguf"},
     N_("Comex Stat's list of municipalities"),
     "comungeo",
     NULL,
     "nomun",
     of_towns,
     NULL},
    {{"sguf", "nouf", "noregiao"},
     N_("Comex Stat's list of states"),
     "sguf",
     NULL,
     "nouf",
     of_states,
     NULL},
    {{"covia", "novia"},
     N_("Comex Stat's list of means of transport"),
     "covia",
     NULL,
     "novia",
     of_transport,
     NULL},
    {{"courf", "nourf"},
     N_("Comex Stat's list of customs offices"),
     "courf",
     NULL,
     "nourf",
     of_ports,
     NULL},
    {{"id", "text", "parent"},
     N_("a list of products and their codes"),
     "id",
     NULL,
     "text",
     of_any,
     NULL},
    {{"id", "text"}, N_("a list of codes"), "id", NULL, "text", of_any, NULL},
    {{"id", "name"}, N_("a list of codes"), "id", NULL, "name", of_any, NULL},
    {{"code", "description"},
     N_("a list of codes"),
     "code",
     NULL,
     "description",
     of_any,
     NULL},
    {{"code", "name"}, N_("a list of codes"), "code", NULL, "name", of_any, NULL},
    {{"code", "label"}, N_("a list of codes"), "code", NULL, "label", of_any, NULL},
};

static size_t filled_count(const struct headings *headings)
{
    size_t count = 0;

    for (size_t i = 0; i < headings->count; i++)
        count += *headings->folded[i] != '\0';
    return count;
}

static const struct code_list_kind *kind_of(const struct headings *headings)
{
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        size_t had = 0;
        size_t wanted = 0;
        for (; wanted < CODE_LIST_HEADINGS && kinds[i].headings[wanted]; wanted++)
            had += headings_have(headings, kinds[i].headings[wanted]);
        if (had == wanted && (headings->count <= LIST_COLUMNS_MAX || wanted != 2))
            return &kinds[i];
    }
    return NULL;
}

const char *code_list_words(const struct headings *headings)
{
    const struct code_list_kind *kind = kind_of(headings);

    return kind ? _(kind->words) : NULL;
}

/* Any table may have a code and a name; one with more than that may have figures. */
static bool is_list(const struct code_list_kind *kind, const struct headings *headings)
{
    return kind && kind->name && !layout_of(headings) &&
           (kind->headings[CODE_LIST_HEADINGS - 1] || !kind->headings[1] ||
            filled_count(headings) <= BARE_COLUMNS_MAX);
}

const struct code_list_kind *code_list_kind_of(const struct headings *headings)
{
    const struct code_list_kind *kind = kind_of(headings);

    return is_list(kind, headings) ? kind : NULL;
}
