package com.example.added;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Brewing {

    static final BlockingQueue<String> BREWED = new LinkedBlockingQueue<>();

    private final Scheduler scheduler;
    private final JavaMailSender mail;

    Brewing(Scheduler scheduler, JavaMailSender mail) {
        this.scheduler = scheduler;
        this.mail = mail;
    }

    @PostMapping("/brew")
    String brew(@RequestParam String tea) throws SchedulerException, InterruptedException {
        scheduler.scheduleJob(
                JobBuilder.newJob(BrewJob.class).usingJobData("tea", tea).build(),
                TriggerBuilder.newTrigger().startNow().build());
        return BREWED.poll(5, TimeUnit.SECONDS);
    }

    @GetMapping("/mail")
    List<String> mail() throws Exception {
        MimeMessageHelper message = new MimeMessageHelper(mail.createMimeMessage());
        message.setSubject("Tea is ready");
        message.setText("<p>Come</p>", true);
        message.setTo("ann@example.org");
        message.getMimeMessage().saveChanges();
        return List.of(
                message.getMimeMessage().getSubject(),
                message.getMimeMessage().getContentType(),
                message.getMimeMessage().getAllRecipients()[0].toString());
    }

    public static class BrewJob implements Job {

        private final TeaController teas;

        public BrewJob(TeaController teas) {
            this.teas = teas;
        }

        @Override
        public void execute(JobExecutionContext context) {
            BREWED.add(context.getMergedJobDataMap().getString("tea") + " brewed, "
                    + teas.teas().size() + " known");
        }
    }
}
