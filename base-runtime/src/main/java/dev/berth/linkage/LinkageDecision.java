package dev.berth.linkage;

import dev.berth.artifact.Library;
import java.util.Optional;

/**
 * What becomes of one library, and why.
 *
 * @param library the library as the biz declares it
 * @param base the base's copy, if it has one, shared or not
 * @param sharing the decision
 * @param reason a sentence fragment for a developer, such as 'Base has 7.0.9, same major and not older'
 */
public record LinkageDecision(Library library, Optional<BaseLibrary> base, Sharing sharing, String reason) {}
