/*
 * Rates from a file of their own.
 */
#ifndef CORE_MODEL_RATES_H
#define CORE_MODEL_RATES_H

#include "core/model/dataset.h"

/* Adds the rates of `from` to a dataset that was just built. Both must be in the same
 * currency, because a rate says how much of that one buys one of another; a rate that
 * the dataset has itself stays. Mistakes go to diags. */
bool dataset_add_rates(struct dataset *dataset, const struct dataset *from,
                       struct diag_list *diags);

#endif
