package dev.berth.bootstrap;

import dev.berth.beans.Export;
import dev.berth.beans.Import;
import dev.berth.control.BaseView;
import dev.berth.control.ImportsView;
import java.util.Locale;

/** Shows exported and imported beans as callers of the admin API see them. */
final class BeanViews {

    private BeanViews() {}

    static BaseView.ExportedBean exported(Export export) {
        return new BaseView.ExportedBean(export.name(), export.aliases(), export.type(), export.refusal());
    }

    static ImportsView.Entry imported(Import each) {
        return new ImportsView.Entry(
                each.bean(),
                each.type(),
                each.types(),
                each.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                each.reason());
    }
}
