package db.migration;

import java.sql.PreparedStatement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Found by its name, as Flyway finds its migrations in SQL. */
public class V3__Fill extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws Exception {
        try (PreparedStatement insert =
                context.getConnection().prepareStatement("insert into stock (article, amount) values (?, ?)")) {
            for (int i = 1; i <= 3; i++) {
                insert.setString(1, "article-" + i);
                insert.setInt(2, i * 10);
                insert.executeUpdate();
            }
        }
    }
}
