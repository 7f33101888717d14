package dev.berth.control;

import dev.berth.biz.BizId;
import dev.berth.biz.BizName;
import dev.berth.control.Operation.Kind;
import java.util.Optional;

/**
 * What an operation is to do, as far as that is known before it begins.
 *
 * @param kind what is asked for
 * @param name of which biz; only a look into its jar tells it of some installs
 * @param version of which version, where one is asked for
 */
record Asked(Kind kind, Optional<BizName> name, Optional<String> version) {

    static Asked of(Kind kind) {
        return new Asked(kind, Optional.empty(), Optional.empty());
    }

    static Asked of(Kind kind, BizName name) {
        return new Asked(kind, Optional.of(name), Optional.empty());
    }

    static Asked of(Kind kind, BizId biz) {
        return new Asked(
                kind, Optional.of(biz.name()), Optional.of(biz.version().value()));
    }
}
