package dev.berth.beans.hidden;

import dev.berth.api.ExportBean;

/** Is exported as a bean, but its type is not. */
@ExportBean
public class Secret {}
