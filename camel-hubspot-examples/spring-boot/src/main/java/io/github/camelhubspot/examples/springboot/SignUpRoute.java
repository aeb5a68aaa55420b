// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.springboot;

import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.support.processor.PredicateValidationException;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.github.camelhubspot.HubSpotException;
import io.github.camelhubspot.HubSpotValidationException;
import io.github.camelhubspot.dsl.HubSpotEndpointBuilderFactory.HubSpotBuilders;

/** The route from a posted sign-up to a contact, with typed endpoints. */
@Component
@Profile("!yaml")
class SignUpRoute extends EndpointRouteBuilder implements HubSpotBuilders {

    @Override
    public void configure() {
        onException(HubSpotValidationException.class, JsonProcessingException.class, PredicateValidationException.class)
                .handled(true)
                .bean(Answers.class, "refused")
                .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(400))
                .marshal()
                .json();
        onException(HubSpotException.class)
                .handled(true)
                .log(LoggingLevel.ERROR, "sign-ups", "A sign-up was not written: ${exception.message}")
                .bean(Answers.class, "later")
                .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(503))
                .marshal()
                .json();

        from(platformHttp("/sign-ups").httpMethodRestrict("POST").consumes("application/json"))
                .routeId("sign-ups")
                .removeHeaders("*")
                .unmarshal()
                .json(SignUp.class)
                .validate(simple("${body?.email}").regex(".*\\S.*"))
                .to(hubspot("objects/contacts").operation("upsert").idProperty("email"))
                .bean(Answers.class, "accepted")
                .marshal()
                .json();
    }
}
