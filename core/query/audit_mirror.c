/*
 * Two reports of one trade that disagree on whether it is in surplus (mirror.h).
 */
#include "core/base/number.h"
#include "core/base/translate.h"
#include "core/query/audit_internal.h"
#include "core/query/mirror.h"

enum { SIGN };

static const struct audit_check checks[] = {
    [SIGN] =
        {"mirror-sign", SEVERITY_WARNING,
         N_("the sign of the balance by who reports it"),
         N_("say whose figures a surplus or a deficit is by; the mirror view has both "
            "side by side")},
};

/* Exports less imports of one row, undefined when one of the two is missing. */
static struct value balance(const struct audit *audit, size_t exports, size_t imports,
                            size_t observation)
{
    return mirror_difference(dataset_value(audit->dataset, imports, observation),
                             dataset_value(audit->dataset, exports, observation));
}

/* A balance in the scale of the file's exports: "-6,943,598,580". */
static const char *words(const struct audit *audit, size_t exports, struct value value)
{
    const struct measure *measure = &audit->dataset->measure[exports];

    return audit_figure(audit, measure,
                        number_scale(value.number, -audit_exponent(measure)));
}

static void run(struct audit *audit)
{
    const struct dataset *dataset = audit->dataset;
    size_t exports = dataset_measure(dataset, "exports");
    size_t imports = dataset_measure(dataset, "imports");
    size_t other_exports = mirror_measure(dataset, MIRROR_EXPORTS);
    size_t other_imports = mirror_measure(dataset, MIRROR_IMPORTS);

    if (exports == SIZE_MAX || imports == SIZE_MAX || other_exports == SIZE_MAX ||
        other_imports == SIZE_MAX)
        return;
    for (size_t i = 0; i < dataset->observation_count && !audit_stops(audit); i++) {
        struct value own = balance(audit, exports, imports, i);
        struct value other = balance(audit, other_exports, other_imports, i);
        if (!mirror_sign_differs(own, other) || audit_count_only(audit, SIGN))
            continue;
        audit_find(audit, SIGN, i,
                   "%s: the balance is %s by the reporter's figures and %s by the "
                   "partner's, %s",
                   audit_what(audit, i), words(audit, exports, own),
                   words(audit, exports, other),
                   audit_unit(audit, &dataset->measure[exports]));
    }
}

const struct audit_ops audit_mirror = {
    .checks = checks,
    .check_count = sizeof(checks) / sizeof(checks[0]),
    .run = run,
};
