package com.example.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
public class Accounts {

    /** One account. */
    public record Account(long id, String owner, int balance) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final HikariDataSource pool;

    Accounts(JdbcClient jdbc, TransactionTemplate transactions, DataSource pool) throws java.sql.SQLException {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.pool = pool.unwrap(HikariDataSource.class);
    }

    public List<Account> all() {
        return jdbc.sql("select id, owner, balance from account order by id")
                .query(Account.class)
                .list();
    }

    public long open(String owner) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into account (owner, balance) values (:owner, 0)")
                .param("owner", owner)
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    /** Moves money; the account that gives comes last, so that there is something to undo. */
    @Transactional
    public void move(long from, long to, int amount) {
        jdbc.sql("update account set balance = balance + ? where id = ?")
                .params(amount, to)
                .update();
        jdbc.sql("update account set balance = balance - ? where id = ?")
                .params(amount, from)
                .update();
    }

    /** Adds to an account and takes it back. */
    public int attempt(long id, int amount) {
        return transactions.execute(status -> {
            jdbc.sql("update account set balance = balance + ? where id = ?")
                    .params(amount, id)
                    .update();
            status.setRollbackOnly();
            return jdbc.sql("select balance from account where id = ?")
                    .param(id)
                    .query(Integer.class)
                    .single();
        });
    }

    public String pool() {
        return pool.getPoolName() + " " + pool.getMaximumPoolSize() + " "
                + pool.getHikariPoolMXBean().getActiveConnections();
    }
}
